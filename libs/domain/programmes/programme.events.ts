/** Stored. Change only through programme.history.ts. */
import { code, count, date, event, isNil, money, optional, text } from '#kernel';
import { financialYearField } from '#domain/limits';
import { instrumentField } from './instrument.js';
import { schemeTerms } from './scheme/scheme-terms.js';
import { targetField } from './target.js';

const programme = code('Programme');
const before = optional(targetField);
const parent = optional(code('Part of the programme'));
const [startsOn, endsOn] = [optional(date('Starts on')), optional(date('Ends on'))];
const [reason, note] = [optional(text('Reason')), optional(text('Note', { long: true }))];

export const ProgrammeDefined = event('ProgrammeDefined', {
  fields: {
    programme,
    name: text('Name'),
    purpose: text('Purpose', { long: true }),
    awardCeiling: money('Award ceiling', { hint: 'The most that one award may come to', orNil: true }),
    instrument: instrumentField,
    parent,
    startsOn,
    endsOn,
  },
  sentence: ({ awardCeiling, instrument, parent: whole }, show) =>
    `The programme ${show('name')} (${show('programme')})${whole === undefined ? '' : `, a part of ${show('parent')},`} was defined: ` +
    `${isNil(awardCeiling) ? 'no money' : `up to ${show('awardCeiling')}`} for each award, ${instrument === 'none' ? 'without a paper that is signed' : `by ${show('instrument')}`}`,
});

/** The terms that rounds opened from now on begin with. Rounds that are open keep theirs. */
export const SchemeDesigned = event('SchemeDesigned', {
  fields: { programme, version: count('Version', { min: 1 }), terms: schemeTerms, reason },
  sentence: ({ reason: why }, show) => `The scheme of ${show('programme')} was designed, version ${show('version')}: it gives ${show('terms')}${why === undefined ? '' : ` (${show('reason')})`}`,
});

export const ProgrammeClosed = event('ProgrammeClosed', {
  fields: { programme, name: text('Name'), on: date('Closed on'), days: count('Days that it ran'), note },
  sentence: ({ note: why }, show) => `The programme ${show('name')} was closed after ${show('days')} days${why === undefined ? '' : `: ${show('note')}`}`,
});

/** Set again for the same year and kind, a target replaces the one before. */
export const TargetSet = event('TargetSet', {
  fields: { programme, financialYear: financialYearField(), target: targetField, before },
  sentence: ({ before: replaced }, show) =>
    `The target of ${show('programme')} for ${show('financialYear')} was set to ${show('target')}${replaced ? `, in place of ${show('before')}` : ''}`,
});
