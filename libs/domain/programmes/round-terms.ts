import { choice, code, count, group, money, nil, oneOf, optional, percent, text, variant, type FieldValue, type Money } from '#kernel';

/** How the money of a fund is shared out so that its parts come to it exactly. */
export const sharingRule = oneOf('Shared', {
  equal: variant({}, 'in equal parts', 'In equal parts'),
  weight: variant({ question: code('Question that gives the weight'), sumsTo: optional(count('The weights sum to', { min: 1, max: 1_000_000_000_000 })) }, 'by {question}', 'By a number that each body gives'),
});
export type SharingRule = FieldValue<typeof sharingRule>;

/** What every award of a round comes to, or may come to. */
export const roundTerms = oneOf('Terms', {
  fixed: variant({ amount: money('Amount of each award') }, 'a fixed sum of {amount} for each award', 'A fixed sum for each award'),
  ceiling: variant({ upTo: money('The most that one award may come to') }, 'up to {upTo} for each award', 'Negotiated, up to a ceiling for each award'),
  'ceiling-per-body': variant({ upTo: money('The most for one body, all its awards of the round together') }, 'up to {upTo} for each body, all its awards of the round together', 'Negotiated, up to a ceiling for each body'),
  'share-of-fund': variant({ by: sharingRule, most: optional(money('The most for one body')) }, 'a share of the allocation, {by}', 'A share of the money of the round'),
  'share-of-cost': variant(
    { bearer: text('Whose cost'), per: optional(percent('Per cent of the cost')), atLeast: money('At least'), atMost: money('At most') },
    'a share of what {bearer} pays, from {atLeast} to {atMost}',
    'A share of a cost that somebody else bears',
  ),
  none: variant({}, 'no money', 'No money'),
});
export type RoundTerms = FieldValue<typeof roundTerms>;

/** The most that one award may come to under a round's terms; undefined where the terms do not say. */
export function mostOf(terms: RoundTerms): Money | undefined {
  switch (terms.kind) {
    case 'fixed':
      return terms.amount;
    case 'ceiling':
    case 'ceiling-per-body':
      return terms.upTo;
    case 'share-of-fund':
      return terms.most;
    case 'share-of-cost':
      return terms.atMost;
    case 'none':
      return nil;
  }
}

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
    ratio: percent('Match as a share of the grant', { hint: 'In per cent: 25 asks for £0.25 of match for each £1.00 of grant' }),
    payableBeforeVerified: count('Per cent of the grant payable before match is verified', { max: 100 }),
    from: matchFrom,
  },
  'match of {ratio} of the grant from {from}, with {payableBeforeVerified} per cent payable before it is verified',
);
export type MatchRule = FieldValue<typeof matchRule>;
