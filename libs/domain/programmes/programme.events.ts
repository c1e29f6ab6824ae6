/** Stored. Change only through programme.history.ts. */
import { code, event, money, optional, text } from '#kernel';
import { financialYearField } from '#domain/limits';
import { instrumentField } from './instrument.js';
import { targetField } from './target.js';

const programme = code('Programme');
const before = optional(targetField);

export const ProgrammeDefined = event('ProgrammeDefined', {
  fields: {
    programme,
    name: text('Name'),
    purpose: text('Purpose', { long: true }),
    awardCeiling: money('Award ceiling', { hint: 'The most that one award may come to' }),
    instrument: instrumentField,
  },
  sentence: 'The programme {name} ({programme}) was defined: up to {awardCeiling} for each award, by {instrument}',
});

/** Set again for the same year and kind, a target replaces the one before. */
export const TargetSet = event('TargetSet', {
  fields: { programme, financialYear: financialYearField(), target: targetField, before },
  sentence: ({ before: replaced }, show) =>
    `The target of ${show('programme')} for ${show('financialYear')} was set to ${show('target')}${replaced ? `, in place of ${show('before')}` : ''}`,
});
