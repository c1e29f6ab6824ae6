import { choice, date, list, money, oneOf, optional, percent, text, variant, type FieldValue } from '#kernel';
import { financialYearField } from '#domain/limits';

/** Which financial years pay for an award. A later year that is only named is conditional: it is no commitment before it is approved. */
export const yearsTerm = oneOf('Years', {
  one: variant({}, 'paid from one financial year', 'One financial year'),
  later: variant(
    {
      later: list('Later years', { financialYear: financialYearField(), upTo: money('The most of that year') }, 'up to {upTo} in {financialYear}', { min: 1, max: 10 }),
      subjectTo: text('Subject to'),
      lapsesOn: optional(date('Lapses on')),
    },
    'later years are named, {later}, subject to {subjectTo}: none of it is committed before it is approved',
    'Later years, each subject to its own approval',
  ),
  spread: variant(
    {
      parts: list('Parts', { financialYear: financialYearField(), per: percent('Per cent') }, '{per} in {financialYear}', { min: 1, max: 10 }),
      carryForward: choice('Carry-forward', { never: 'what is left of a year is not carried forward', 'under-authority': 'what is left of a year is carried forward under an authority' }),
    },
    'one cost spread over years: {parts}; {carryForward}',
    'One cost, spread over years',
  ),
});
export type YearsTerm = FieldValue<typeof yearsTerm>;
