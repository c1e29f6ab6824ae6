/** Stored. Change only through programme.history.ts. */
import { code, event, money, text } from '#kernel';
import { instrumentField } from './instrument.js';

export const ProgrammeDefined = event('ProgrammeDefined', {
  fields: {
    programme: code('Programme'),
    name: text('Name'),
    purpose: text('Purpose', { long: true }),
    awardCeiling: money('Award ceiling', { hint: 'The most that one award may come to' }),
    instrument: instrumentField,
  },
  sentence: 'The programme {name} ({programme}) was defined: up to {awardCeiling} for each award, by {instrument}',
});
