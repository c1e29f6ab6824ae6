import { gbp, minus, nil, total, type Money } from './money.js';

/**
 * Divides an amount by whole-number weights so that the parts sum to it exactly. The pennies left over by rounding down go to the
 * earliest of the largest remainders. Throws RangeError for an amount below nil or weights that say nothing.
 */
export function share(amount: Money, weights: readonly number[]): readonly Money[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0) || !Number.isSafeInteger(sum) || sum <= 0) {
    throw new RangeError('weights must be whole numbers, none negative, at least one above nil, and their sum one that can be kept exactly');
  }
  if (amount.minor < 0) throw new RangeError(`${amount.minor} is less than nothing, and only what is there can be shared`);
  const divided = weights.map(divider(amount.minor, sum, weights.reduce((a, b) => Math.max(a, b), 0)));
  const parts = divided.map(({ whole }) => whole);
  const left = parts.reduce((rest, part) => rest - part, amount.minor);
  for (const i of earliestOfLargest(divided.map(({ rest }) => rest), left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts.map(gbp);
}

/**
 * Where the largest figures stand, so many of them, the earlier first where the last of them equal others. Plain figures are sorted
 * and not places, which is several times as quick.
 */
function earliestOfLargest(figures: readonly number[], count: number): readonly number[] {
  const last = Float64Array.from(figures).sort()[figures.length - count];
  if (count === 0 || last === undefined) return [];
  let equal = count - figures.reduce((above, figure) => above + (figure > last ? 1 : 0), 0);
  const places: number[] = [];
  for (const [i, figure] of figures.entries()) {
    if (figure < last || (figure === last && equal === 0)) continue;
    if (figure === last) equal -= 1;
    places.push(i);
  }
  return places;
}

interface Divided {
  readonly whole: number;
  readonly rest: number;
}

/** Plain numbers while every product can be kept exactly, which is six times as quick; beyond that, big ones. */
function divider(minor: number, sum: number, heaviest: number): (weight: number) => Divided {
  if (Number.isSafeInteger(minor * heaviest)) {
    return (weight) => {
      const rest = (minor * weight) % sum;
      return { whole: (minor * weight - rest) / sum, rest };
    };
  }
  const [all, of] = [BigInt(minor), BigInt(sum)];
  return (weight) => {
    const product = all * BigInt(weight);
    return { whole: Number(product / of), rest: Number(product % of) };
  };
}

export interface SharedUpTo {
  readonly parts: readonly Money[];
  /** What nobody may have, because all are at the most. */
  readonly left: Money;
}

/** The same where nobody may have more than `most`: what that keeps from one is shared among the others by their weights. */
export function shareUpTo(amount: Money, weights: readonly number[], most: Money): SharedUpTo {
  const heaviest = weights.map((_, i) => i).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  let sum = BigInt(weights.reduce((a, b) => a + b, 0));
  let left = BigInt(amount.minor);
  const atMost = new Set<number>();
  for (const i of heaviest) {
    const weight = BigInt(weights[i] ?? 0);
    if (weight === 0n || weight * left <= BigInt(most.minor) * sum) break;
    atMost.add(i);
    left -= BigInt(most.minor);
    sum -= weight;
  }
  const rest = gbp(Number(left));
  const others = sum === 0n ? weights.map(() => nil) : share(rest, weights.map((weight, i) => (atMost.has(i) ? 0 : weight)));
  const parts = others.map((part, i) => (atMost.has(i) ? most : part));
  return { parts, left: minus(amount, total(parts)) };
}
