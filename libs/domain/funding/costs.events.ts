/** Stored. Change only through costs.history.ts. */
import { code, event, reference, text } from '#kernel';

/** Somebody else bears a cost of the programme: it is in none of our ledgers, and that is what this says. */
export const CostBearerRecorded = event('CostBearerRecorded', {
  fields: { programme: code('Programme'), organisation: reference('OR', 'Who bears it'), organisationName: text('Name of who bears it'), what: text('What of') },
  sentence: '{organisationName} bears the cost of {what} ({programme})',
});
