import fc from 'fast-check';
import { exceeds, gbp, share, shareUpTo, total } from '#kernel';

const pence = (parts: readonly { readonly minor: number }[]) => parts.map(({ minor }) => minor);
const weights = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 60 }).filter((each) => each.some((weight) => weight > 0));
const amounts = fc.nat({ max: 10_000_000_000 }).map(gbp);

/** A row of numbers that looks like chance and is the same every time. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** What a fund came to in shares, and whether every share is the rounded one. */
function shared(minor: number, by: readonly number[]) {
  const parts = share(gbp(minor), by);
  const sum = by.reduce((a, b) => a + b, 0);
  const isRounded = parts.every((part, i) => {
    // Within a penny of the exact share, told in whole numbers.
    const over = BigInt(part.minor) * BigInt(sum) - BigInt(minor) * BigInt(by[i] ?? 0);
    return over > -BigInt(sum) && over < BigInt(sum);
  });
  return { shares: parts.length, isExact: total(parts).minor === minor, isRounded };
}

describe('sharing money', () => {
  it('gives the odd pennies to those that were rounded down most, the first of them first', () => {
    expect(pence(share(gbp(100), [1, 1, 1]))).toEqual([34, 33, 33]);
    expect(pence(share(gbp(100), [1, 5, 0]))).toEqual([17, 83, 0]);
    expect(pence(share(gbp(1), [3, 3, 3]))).toEqual([1, 0, 0]);
    expect(pence(share(gbp(0), [1, 2]))).toEqual([0, 0]);
  });

  it.each([
    ['equal', 1, (_: number) => 1],
    ['by weight', 2, (chance: number) => Math.floor(chance * 500_000)],
  ])('comes to the penny over half a million shares, %s', (_, seed, weigh) => {
    const chance = chances(seed);
    const next = () => chance.next().value;
    let shares = 0;
    const wrong: unknown[] = [];
    while (shares < 500_000) {
      const by = Array.from({ length: 1 + Math.floor(next() * 400) }, () => weigh(next()));
      // Every tenth fund is so large that its products cannot be kept in plain numbers.
      const minor = Math.floor(next() * (next() < 0.1 ? 9e15 : 5e9));
      if (by.every((weight) => weight === 0)) continue;
      const came = shared(minor, by);
      shares += came.shares;
      if (!came.isExact || !came.isRounded) wrong.push({ minor, by });
    }
    expect({ wrong, enough: shares >= 500_000 }).toEqual({ wrong: [], enough: true });
  });

  it('gives one odd penny each to the largest remainders, the earlier first among equals', () => {
    fc.assert(fc.property(amounts, fc.oneof(weights, fc.array(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 60 })), ({ minor }, by) => {
      const sum = BigInt(by.reduce((a, b) => a + b, 0));
      const exact = by.map((weight, i) => ({ i, whole: (BigInt(minor) * BigInt(weight)) / sum, rest: (BigInt(minor) * BigInt(weight)) % sum }));
      const odd = BigInt(minor) - exact.reduce((all, { whole }) => all + whole, 0n);
      const lucky = new Set(exact.toSorted((a, b) => Number(b.rest - a.rest) || a.i - b.i).slice(0, Number(odd)).map(({ i }) => i));
      expect(pence(share(gbp(minor), by))).toEqual(exact.map(({ i, whole }) => Number(whole) + (lucky.has(i) ? 1 : 0)));
    }));
  });

  it('never gives a lighter one more than a heavier one', () => {
    fc.assert(fc.property(amounts, weights, (amount, by) => {
      const parts = pence(share(amount, by));
      const heaviestFirst = [...by.keys()].sort((a, b) => (by[b] ?? 0) - (by[a] ?? 0) || (parts[b] ?? 0) - (parts[a] ?? 0));
      expect(heaviestFirst.every((each, i) => i === 0 || (parts[heaviestFirst[i - 1] ?? 0] ?? 0) >= (parts[each] ?? 0))).toBe(true);
    }));
  });

  it.each([[[]], [[0, 0]], [[1, -1]], [[1.5]], [[Number.MAX_SAFE_INTEGER, 1]]])('says nothing of weights like %j', (by) => {
    expect(() => share(gbp(100), by)).toThrow('weights must be whole numbers');
  });

  it('shares nothing that is not there', () => {
    expect(() => share(gbp(-1), [1])).toThrow('only what is there can be shared');
  });
});

describe('sharing money up to a most for each', () => {
  it('shares among the others what the most keeps from one', () => {
    expect(shareUpTo(gbp(1_000), [8, 1, 1], gbp(400))).toEqual({ parts: [gbp(400), gbp(300), gbp(300)], left: gbp(0) });
    expect(shareUpTo(gbp(1_000), [8, 1, 1], gbp(300))).toEqual({ parts: [gbp(300), gbp(300), gbp(300)], left: gbp(100) });
    expect(shareUpTo(gbp(1_000), [1, 0], gbp(2_000))).toEqual({ parts: [gbp(1_000), gbp(0)], left: gbp(0) });
  });

  it('comes to the amount with what is left, nobody above the most, and nothing is left while anybody could have more', () => {
    fc.assert(fc.property(amounts, weights, fc.integer({ min: 1, max: 1_000_000_000 }).map(gbp), (amount, by, most) => {
      const { parts, left } = shareUpTo(amount, by, most);
      expect(total([...parts, left])).toEqual(amount);
      expect(parts.some((part) => exceeds(part, most))).toBe(false);
      if (left.minor > 0) for (const [i, weight] of by.entries()) expect(parts[i]).toEqual(weight === 0 ? gbp(0) : most);
    }));
  });
});
