/** Stored. Change only through round.history.ts. */
import { code, event, money, text } from '#kernel';
import { budgetLine } from '#domain/limits';

export const RoundOpened = event('RoundOpened', {
  fields: { programme: code('Programme'), name: text('Name'), budget: budgetLine, allocation: money('Allocation') },
  sentence: 'The round {name} of {programme} was opened with {allocation} from {budget}',
});

export const RoundClosed = event('RoundClosed', {
  fields: { programme: code('Programme'), name: text('Name'), budget: budgetLine, returned: money('Returned to the fund', { orNil: true }) },
  sentence: 'The round {name} was closed and {returned} went back to the fund',
});
