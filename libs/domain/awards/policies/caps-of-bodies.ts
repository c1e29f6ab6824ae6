import { exceeds, isNil, plus, refuse, showMoney, type Elsewhere, type Money, type ReadFact, type Refusal } from '#kernel';
import { capLimit, held, limit, moneyLeft, openUnit, raiseUnit, reduceUnit, type LimitFact } from '#domain/limits';
import { membersOf, type NamedBody } from '#domain/organisations';
import type { CapTerm } from '#domain/programmes';
import type { AwardTerms, Counted } from '../award-state.js';
import { partiesCounted, partyOf, withMembers } from '../counted-bodies.js';

export const capRefusals = { 'body-is-at-its-cap': '{name} has {counted} and may have no more than {most} {within}, so this cannot be added' } as const;

/** A cap for one body, with what is counted of it. */
export interface CapHeld {
  readonly term: CapTerm;
  /** Named as a refusal names it: a member together with the joint body that it is counted for. */
  readonly body: NamedBody;
  readonly limit: LimitFact;
}
/** What is to be counted: awards, and what they come to. */
export interface Counting {
  readonly awards: 0 | 1;
  readonly money: Money;
}

/** Everybody whose caps an award will count for. A consortium is no way around a cap: its members count with it, whether as lead or as partner. */
export async function readCounted(read: ReadFact, terms: AwardTerms): Promise<readonly Counted[]> {
  if (!terms.caps) return [];
  const parties = await Promise.all(partiesCounted(terms).map(async (body) => withMembers(body, await membersOf(read, body.organisation))));
  return parties.flat();
}

/** Reads the caps of these bodies, each once; nothing where the terms have none. */
export async function readCapsOf(read: ReadFact, terms: AwardTerms, bodies: readonly Counted[]): Promise<readonly CapHeld[]> {
  const { caps = [], programme, budget, recipient } = terms;
  const wanted = caps.flatMap((term) =>
    bodies
      .filter((each) => term.counting === 'partners' || partyOf(each) === recipient)
      .map((each) => {
        const { organisation } = each;
        return { term, body: { organisation, name: nameOf(each, bodies) }, ref: capLimit(term.within === 'round' ? budget.round : programme, organisation, term.kind) };
      }),
  );
  const once = [...new Map(wanted.toReversed().map((each) => [each.ref, each])).values()].toReversed();
  return Promise.all(once.map(async ({ term, body, ref }) => ({ term, body, limit: await read.ifAny(limit, ref) })));
}

function nameOf({ name, through }: Counted, bodies: readonly Counted[]): string {
  const joint = bodies.find((each) => each.organisation === through && each.through === undefined);
  return joint ? `${name}, a member of ${joint.name},` : name;
}

/** What an award is counted for no more, and what it is counted for from now on, when its parties change. */
export interface Recount {
  readonly leaving: readonly CapHeld[];
  readonly coming: readonly CapHeld[];
}
interface CountedUnder {
  readonly terms: AwardTerms;
  readonly bodies: readonly Counted[];
}
export async function readRecount(read: ReadFact, was: CountedUnder, will: CountedUnder): Promise<Recount> {
  const [before, after] = [await readCapsOf(read, was.terms, was.bodies), await readCapsOf(read, will.terms, will.bodies)];
  const notAmong = (others: readonly CapHeld[]) => ({ limit: { ref } }: CapHeld) => !others.some((each) => each.limit.ref === ref);
  return { leaving: before.filter(notAmong(after)), coming: after.filter(notAmong(before)) };
}

const where = { round: 'in the round', programme: 'in the programme' } as const;

/** Counts an award for every body, if none is at its cap. The cap is compared and not stored in the limit, so that it may be revised. */
export function countForCaps(caps: readonly CapHeld[], counting: Counting, because: string): Refusal<keyof typeof capRefusals> | readonly Elsewhere[] {
  for (const { term, body: { name }, limit: counted } of caps) {
    const within = where[term.within];
    if (term.kind === 'awards' && counting.awards > 0 && held(counted, 'counted') + counting.awards > term.most) {
      return refuse('body-is-at-its-cap', { name, counted: plural(held(counted, 'counted')), most: plural(term.most), within });
    }
    if (term.kind === 'money' && !isNil(counting.money) && exceeds(plus(moneyLeft(counted, 'counted'), counting.money), term.most)) {
      return refuse('body-is-at-its-cap', { name, counted: showMoney(moneyLeft(counted, 'counted')), most: showMoney(term.most), within });
    }
  }
  return caps.flatMap((cap) => {
    const amount = amountOf(cap, counting);
    const { limit: counted, body } = cap;
    if (amount === 0) return [];
    if (counted.state.stage === 'absent') return [openUnit(counted.ref, `the cap of ${body.organisation}`, unitOf(cap), 'counted', amount)];
    return [raiseUnit(counted, unitOf(cap), 'counted', amount, because)];
  });
}
/** Counts no more what came to nothing. A cap that was revised meanwhile may hold less. */
export const uncountForCaps = (caps: readonly CapHeld[], counting: Counting, because: string): readonly Elsewhere[] =>
  caps.flatMap((cap) => {
    const amount = Math.min(amountOf(cap, counting), held(cap.limit, 'counted'));
    return amount === 0 ? [] : [reduceUnit(cap.limit, unitOf(cap), 'counted', amount, because)];
  });

const amountOf = ({ term }: CapHeld, { awards, money }: Counting): number => (term.kind === 'awards' ? awards : money.minor);
const unitOf = ({ term }: CapHeld): 'COUNT' | 'GBP' => (term.kind === 'awards' ? 'COUNT' : 'GBP');
const plural = (awards: number): string => `${awards} award${awards === 1 ? '' : 's'}`;
