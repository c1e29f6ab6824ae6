import { choice, count, money, oneOf, optional, text, variant, type FieldValue } from '#kernel';
import { days } from '#domain/limits';

/** What a scheme gives: money, time, places, a contribution to what another pays, the use of a framework, or advice. */
export const supportTerm = oneOf('Support', {
  cash: variant({}, 'a grant of money', 'Cash: a grant of money'),
  days: variant(
    {
      upTo: days('Days for one award'),
      dayRate: optional(money('Value of a day', { hint: 'What a day counts for when it is valued. It is never added to money' })),
      valuedFor: optional(choice('Valued for', { match: 'match funding', subsidy: 'subsidy control', both: 'match funding and subsidy control' })),
    },
    'up to {upTo} of an expert’s help',
    'Days of an expert’s help',
  ),
  places: variant({ each: count('Places for one body', { min: 1, max: 1_000 }) }, 'training places, {each} for each body', 'Training places'),
  contribution: variant({}, 'a contribution to a cost that another body bears', 'A contribution to a cost that another body bears'),
  framework: variant(
    { use: choice('Bodies', { join: 'join it', 'call-off': 'call off from it', both: 'join it or call off from it' }), charge: money('Charge for its use', { orNil: true }) },
    'the use of a framework: bodies {use}, at a charge of {charge}',
    'The use of a framework',
  ),
  advice: variant({ on: text('On what') }, 'advice on {on}, without an award', 'Advice, without an award'),
});
export type SupportTerm = FieldValue<typeof supportTerm>;
