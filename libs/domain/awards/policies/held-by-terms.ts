import { exceeds, isNil, isRefusal, nil, plus, present, refuse, showMoney, total, type AwardRef, type Elsewhere, type Money, type ReadFact, type Refusal } from '#kernel';
import {
  daysLimit, fundLimit, givePlaceBack, held, leaveQueue, limit, moneyLeft, moved, moveUnit, open, openUnit, placeRefusals, readPlaces, reduce, takePlace, trancheLimit, turnsLimit, type BudgetLine, type LimitFact, type Places,
} from '#domain/limits';
import { moneyCounted, conditional, confirmed } from '../award-holdings.js';
import type { AwardState, AwardTerms, Counted, Tranche } from '../award-state.js';
import { countedOf } from '../counted-bodies.js';
import type { LineReleased } from '../other-lines.js';
import { TrancheLapsed } from '../tranche.events.js';
import { capRefusals, countForCaps, readCapsOf, readCounted, uncountForCaps, type CapHeld } from './caps-of-bodies.js';
import { leaveTurn } from './choosing-in-turn.js';
import { bearersOf } from './lines-of-award.js';

export const termsRefusals = {
  ...capRefusals,
  ...placeRefusals,
  'other-fund-is-too-small': '{fund} has {left} left for {financialYear} and this award needs {needed} of it',
} as const;

/** A part of an award from another budget line: its own limit, and that of the fund it comes from. */
export interface LineHeld {
  readonly tranche: Tranche;
  readonly money: LimitFact;
  readonly fund: LimitFact;
}
/** What an award uses up by the terms of its scheme, besides the money of its round. An award without such terms reads and appends nothing here. */
export interface HeldByTerms {
  readonly caps: readonly CapHeld[];
  readonly places?: Places;
  readonly days?: LimitFact;
  /** Its turn, where the round serves a number of awards. */
  readonly turns?: LimitFact;
  readonly lines: readonly LineHeld[];
}
export const readFund = (read: ReadFact, { fund, financialYear }: Pick<BudgetLine, 'fund' | 'financialYear'>): Promise<LimitFact> => read.ifAny(limit, fundLimit(fund, financialYear));

/** What an approval will use up. */
interface BeforeApproval extends Pick<HeldByTerms, 'caps' | 'places'> {
  readonly counted: readonly Counted[];
  readonly funds: readonly LimitFact[];
}
export async function readBeforeApproval(read: ReadFact, terms: AwardTerms): Promise<BeforeApproval> {
  const { others } = bearersOf(terms);
  const counted = await readCounted(read, terms);
  return {
    counted,
    caps: await readCapsOf(read, terms, counted),
    ...(terms.capacity ? { places: await readPlaces(read, terms.budget.round) } : {}),
    funds: await Promise.all(others.map(({ line }) => readFund(read, line))),
  };
}

/** What an award that was approved holds. */
export async function readHeldByTerms(read: ReadFact, award: AwardRef, state: AwardState): Promise<HeldByTerms> {
  const approved = present(state);
  const { stage, terms, tranches, days, hasPlace } = approved;
  const isHeld = stage === 'approved' || stage === 'offered' || stage === 'agreed';
  return {
    caps: isHeld ? await readCapsOf(read, terms, countedOf(approved)) : [],
    ...((isHeld && hasPlace) || (stage === 'recommended' && terms.capacity) ? { places: await readPlaces(read, terms.budget.round) } : {}),
    ...(terms.turn ? { turns: await read.ifAny(limit, turnsLimit(terms.budget.round)) } : {}),
    ...(isHeld && days !== undefined ? { days: await read.ifAny(limit, daysLimit(award)) } : {}),
    lines: await Promise.all(
      tranches.filter(confirmed).map(async (tranche) => ({ tranche, money: await read(limit, trancheLimit(award, tranche.number)), fund: await readFund(read, tranche.line) })),
    ),
  };
}

/** Takes a part of an award out of the fund that bears it, into a bucket of its own. */
export function useFund(fund: LimitFact, { line, number }: Pick<Tranche, 'line' | 'number'>, amount: Money, award: AwardRef, bucket: 'approved' | 'agreed'): Refusal<'other-fund-is-too-small'> | readonly Elsewhere[] {
  const left = moneyLeft(fund, 'available');
  if (exceeds(amount, left)) return refuse('other-fund-is-too-small', { fund: line.fund, financialYear: line.financialYear, left: showMoney(left), needed: showMoney(amount) });
  return [...moved(fund, 'available', 'allocated', amount, award), open(trancheLimit(award, number), `part ${number} of award ${award}`, bucket, amount)];
}

interface Approving {
  readonly award: AwardRef;
  readonly terms: AwardTerms;
  readonly ceiling: Money;
  readonly days?: number | undefined;
  readonly parts: readonly { readonly number: number; readonly line: BudgetLine; readonly ceiling: Money }[];
}

/** Uses up what approval takes by the terms: caps of every body that counts, a place of the round, days, and money of other funds. */
export function useTerms(before: BeforeApproval, { award, terms, ceiling, days, parts }: Approving): Refusal<keyof typeof termsRefusals> | readonly Elsewhere[] {
  const counted = countForCaps(before.caps, { awards: 1, money: ceiling }, award);
  if (isRefusal(counted)) return counted;
  const asked = { who: terms.application, name: terms.recipientName, places: 1 };
  const place = before.places ? takePlace(before.places.places, before.places.queue, asked, award) : [];
  if (isRefusal(place)) return place;
  const changes: Elsewhere[] = [...counted, ...place];
  for (const [i, part] of parts.entries()) {
    const fund = before.funds[i];
    if (!fund) throw new Error(`Nobody read the fund of ${part.line.fund} ${part.line.financialYear}`);
    const used = useFund(fund, part, part.ceiling, award, 'approved');
    if (isRefusal(used)) return used;
    changes.push(...used);
  }
  return days === undefined ? changes : [...changes, openUnit(daysLimit(award), `days of award ${award}`, 'DAY', 'left', days)];
}

/** What is only named lapses with its award. */
const lapseNamed = ({ terms, tranches }: Pick<Exclude<AwardState, { readonly stage: 'absent' }>, 'terms' | 'tranches'>, because: string): readonly ReturnType<typeof TrancheLapsed>[] =>
  tranches.filter(conditional).map(({ number, line, amount, lapsesOn }) =>
    TrancheLapsed({ recipient: terms.recipient, recipientName: terms.recipientName, number, line, named: amount, because, ...(lapsesOn ? { lapsesOn } : {}) }),
  );

/** Gives money of another budget line back to its fund. */
export const releaseLine = ({ money, fund }: Pick<LineHeld, 'money' | 'fund'>, bucket: 'approved' | 'agreed' | 'authorised', amount: Money, because: string): readonly Elsewhere[] =>
  isNil(amount) ? [] : [reduce(money, bucket, amount, because), ...moved(fund, 'allocated', 'available', amount, because)];

/** What an award that ends gives back, and what its last event says of it. */
export interface GivenBack {
  readonly said: { readonly otherLines?: readonly LineReleased[]; readonly daysReleased?: number; readonly placeReleased?: boolean };
  /** From other budget lines, all together. */
  readonly released: Money;
  readonly changes: readonly (Elsewhere | ReturnType<typeof TrancheLapsed>)[];
}

/**
 * Gives back what an award holds by its terms when it ends: what is left of other budget lines to their funds, days that nobody used,
 * money that caps count no more. `endedUnused` is for an award that came to nothing: it leaves its caps and its place to others, and
 * one that was paid, or whose work is done, does not.
 */
export function giveTermsBack(heldByTerms: HeldByTerms, state: AwardState, { bucket, first, because, endedUnused }: { bucket: 'approved' | 'agreed'; first: Money; because: string; endedUnused: boolean }): GivenBack {
  const { terms, hasPlace } = present(state);
  const { caps, places, days, turns, lines } = heldByTerms;
  const otherLines = lines.map(({ tranche: { number, line }, money }) => ({ number, line, released: moneyLeft(money, bucket) }));
  const released = total(otherLines.map((each) => each.released));
  const unused = days ? held(days, 'left') : 0;
  const isPlaceFree = places !== undefined && endedUnused && hasPlace;
  const counted = endedUnused ? moneyCounted(state) : plus(first, released);
  return {
    said: { ...(otherLines.length > 0 ? { otherLines } : {}), ...(days ? { daysReleased: unused } : {}), ...(isPlaceFree ? { placeReleased: true } : {}) },
    released,
    changes: [
      ...lapseNamed(present(state), because),
      ...lines.flatMap((each) => releaseLine(each, bucket, moneyLeft(each.money, bucket), because)),
      ...uncountForCaps(caps, { awards: endedUnused ? 1 : 0, money: counted }, because),
      ...(places && endedUnused ? (isPlaceFree ? givePlaceBack(places, 1, because) : leaveQueue(places, { who: terms.application, name: terms.recipientName }, because)) : []),
      ...(endedUnused ? leaveTurn(turns, because) : []),
      ...(days && unused > 0 ? [moveUnit(days, 'DAY', 'left', 'released', unused, because)] : []),
    ],
  };
}

/** Money under way on other lines of an award, all together. */
export const underWayElsewhere = ({ lines }: HeldByTerms): Money => lines.reduce((sum, { money }) => plus(sum, moneyLeft(money, 'authorised')), nil);

/** Whether nothing was paid and no day was worked: such an award ends as if it had never been. */
export const isUnused = ({ lines, days }: HeldByTerms, award: LimitFact): boolean =>
  [award, ...lines.map(({ money }) => money)].every((money) => isNil(moneyLeft(money, 'spent'))) && (!days || held(days, 'logged') === 0);
