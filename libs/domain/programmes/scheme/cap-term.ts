import { choice, count, money, oneOf, variant, type FieldValue } from '#kernel';

const within = choice('Within', { round: 'in a round', programme: 'in the programme' });
const counting = choice('Counting', { lead: 'as the lead only', partners: 'as the lead and as a partner' });

/** The most that one body may have, counted over all that it is part of. */
export const capTerm = oneOf('Cap for a body', {
  awards: variant({ most: count('Awards', { min: 1, max: 10_000 }), within, counting }, 'no body has more than {most} awards {within}, counted {counting}'),
  money: variant({ most: money('Money'), within, counting }, 'no body has more than {most} {within}, counted {counting}'),
});
export type CapTerm = FieldValue<typeof capTerm>;
