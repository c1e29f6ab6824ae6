import { gbp, nil, plus, type Money } from '#kernel';

/** Where the pounds of one saving stand: each is in one bucket at a time. What was rejected was no saving. */
export interface Buckets {
  readonly forecast: Money;
  readonly claimed: Money;
  readonly validated: Money;
  readonly rejected: Money;
}
export const empty: Buckets = { forecast: nil, claimed: nil, validated: nil, rejected: nil };

/** Adds to buckets, in pence. None may cross zero: the rules check first, this is the second pair of eyes, so it throws. */
export function add(buckets: Buckets, changes: Partial<Record<keyof Buckets, number>>): Buckets {
  const after = (bucket: keyof Buckets): Money => {
    const sum = plus(buckets[bucket], gbp(changes[bucket] ?? 0));
    if (sum.minor < 0) throw new Error(`What is ${bucket} of a saving would cross zero: ${sum.minor}`);
    return sum;
  };
  return { forecast: after('forecast'), claimed: after('claimed'), validated: after('validated'), rejected: after('rejected') };
}

/** All that was ever claimed and may still come about, or did. */
export const claimedInAll = ({ claimed, validated }: Buckets): Money => plus(claimed, validated);
/** All that is expected: what is only forecast, and what has gone further. */
export const expected = (buckets: Buckets): Money => plus(buckets.forecast, claimedInAll(buckets));
