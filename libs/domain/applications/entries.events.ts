/** Stored. Change only through entries.history.ts. */
import { event, reference, text } from '#kernel';

export const ApplicationEntered = event('ApplicationEntered', {
  fields: {
    round: reference('RD', 'Round'),
    application: reference('AP', 'Application'),
    organisation: reference('OR', 'Organisation'),
    organisationName: text('Name of the organisation'),
  },
  sentence: 'The application of {organisationName} ({application}) was entered for round {round}',
});
