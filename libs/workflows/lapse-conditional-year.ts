import { addDays, dropped, due, toReference, workflow, workingDayFrom } from '#kernel';
import { award, lapseTranche } from '#domain/awards';

/** Each part of an award by its number: an award may have several later years named. */
export const lapseConditionalYear = workflow('lapse-conditional-year', {
  version: 1,
  summary: 'A later year that was only named, and that nobody confirmed by its day, lapses on the first working day after.',
  from: [award],
  on: {
    TrancheNamed: ({ ref, data: { number, lapsesOn } }) =>
      lapsesOn ? [due(`${ref}.${number}`, workingDayFrom(addDays(lapsesOn, 1)), lapseTranche, { award: toReference('AW', ref), number })] : [],
    TrancheConfirmed: ({ ref, data: { number } }) => [dropped(`${ref}.${number}`)],
    TrancheDeclined: ({ ref, data: { number } }) => [dropped(`${ref}.${number}`)],
    TrancheLapsed: ({ ref, data: { number } }) => [dropped(`${ref}.${number}`)],
  },
});
