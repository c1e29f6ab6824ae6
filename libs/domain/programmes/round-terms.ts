import { choice, count, group, money, oneOf, percent, variant, type FieldValue, type Money } from '#kernel';

/** What every award of a round comes to, or may come to. */
export const roundTerms = oneOf('Terms', {
  fixed: variant({ amount: money('Amount of each award') }, 'a fixed sum of {amount} for each award'),
  ceiling: variant({ upTo: money('The most that one award may come to') }, 'up to {upTo} for each award'),
});
export type RoundTerms = FieldValue<typeof roundTerms>;

/** The most that one award may come to under a round's terms. */
export const mostOf = (terms: RoundTerms): Money => (terms.kind === 'fixed' ? terms.amount : terms.upTo);

/** Whose money counts as match: terms that say councils leave a company's cash out. */
export const matchFrom = choice('Match may come from', {
  'public-bodies': 'the recipient and its public partners',
  'any-partner': 'the recipient and any of its partners',
});
export type MatchFrom = FieldValue<typeof matchFrom>;

/** The match that every award of a round must bring. */
export const matchRule = group(
  'Match rule',
  {
    ratio: percent('Match as a share of the grant'),
    payableBeforeVerified: count('Per cent of the grant payable before match is verified', { max: 100 }),
    from: matchFrom,
  },
  'match of {ratio} of the grant from {from}, with {payableBeforeVerified} per cent payable before it is verified',
);
export type MatchRule = FieldValue<typeof matchRule>;
