import type { ApplicationRef } from '#kernel';
import type { Placed } from './assessment-fields.js';
import { compare, type Total } from './points.js';

export interface Contender extends Total {
  readonly application: ApplicationRef;
  readonly organisationName: string;
}
export type Ranked = Contender & { readonly rank: number; readonly placed: Placed };
/** Two with equal points, of whom one would be placed better than the other. */
export interface TieAtTheCut {
  readonly tied: readonly [string, string];
}

/**
 * Ranks by points; equal points share a rank (1, 2, 2, 4). Where a cut falls between equals, whoever ranks must say which
 * comes first: those in `order` come in that order, before those that it leaves out.
 */
export function rank(contenders: readonly Contender[], places: number, reserve: number, order: readonly ApplicationRef[]): readonly Ranked[] | TieAtTheCut {
  const turns = new Map(order.map((application, i) => [application, i]));
  const turn = ({ application }: Contender): number => turns.get(application) ?? order.length;
  const sorted = [...contenders].sort((a, b) => compare(a, b) || turn(a) - turn(b));
  for (const cut of reserve > 0 ? [places, places + reserve] : [places]) {
    const [last, next] = [sorted[cut - 1], sorted[cut]];
    if (last && next && compare(last, next) === 0 && turn(last) === turn(next)) return { tied: [last.organisationName, next.organisationName] };
  }
  const ranked: Ranked[] = [];
  for (const [i, each] of sorted.entries()) {
    const before = ranked[i - 1];
    const isEqual = before !== undefined && compare(before, each) === 0;
    ranked.push({ ...each, rank: isEqual ? before.rank : i + 1, placed: i < places ? 'recommended' : i < places + reserve ? 'reserve' : 'not-placed' });
  }
  return ranked;
}
