import { exceeds, refuse, showMoney, type Money } from '#kernel';
import { mostOf, type RoundTerms } from '../round-terms.js';
import type { CapTerm } from './cap-term.js';
import type { SchemeTerms } from './scheme-terms.js';

/** What is given and what it comes to: each fits the other, and both fit the ceiling of the programme. */
export function moneyMustFit({ support, money, match }: SchemeTerms, awardCeiling: Money) {
  const givesMoney = support.some(({ kind }) => kind === 'cash' || kind === 'contribution');
  const hasMoney = money !== undefined && money.kind !== 'none';
  if (givesMoney && !hasMoney) return refuse('no-money-rule');
  if (!givesMoney && hasMoney) return refuse('money-without-cash');
  const days = support.find(({ kind }) => kind === 'days');
  const valued = days?.kind === 'days' ? days.valuedFor : undefined;
  if (valued !== undefined && days?.kind === 'days' && days.dayRate === undefined) return refuse('days-need-a-rate');
  if (match && !hasMoney && valued !== 'match' && valued !== 'both') return refuse('match-of-nothing');
  const most = money && mostOf(money);
  if (most && exceeds(most, awardCeiling)) return refuse('over-programme-ceiling', { ceiling: showMoney(awardCeiling), amount: showMoney(most) });
  return money?.kind === 'share-of-cost' ? costMustBear(money, match?.ratio ?? 0) : undefined;
}

/** Grant and match are both paid out of one cost. The ratio of match is per cent of the grant. */
function costMustBear({ atLeast, atMost, per = 0 }: Extract<RoundTerms, { kind: 'share-of-cost' }>, ratio: number) {
  if (exceeds(atLeast, atMost)) return refuse('bounds-backwards', { least: showMoney(atLeast), most: showMoney(atMost) });
  if (per * (100 + ratio) > 100 * 100) return refuse('match-above-the-cost', { per, ratio });
  return undefined;
}

/** A cap that no single award fits under would refuse everybody. */
export function capsMustLeaveRoom({ money, caps = [] }: SchemeTerms) {
  for (const cap of caps) {
    if (cap.kind !== 'money' || !money) continue;
    const least = leastOf(money);
    if (least && exceeds(least, cap.most)) return refuse('ceiling-below-fixed-sum', { cap: showMoney(cap.most), fixed: showMoney(least) });
  }
  const repeated = caps.find((cap, i) => caps.findIndex((other) => sameCap(other, cap)) < i);
  return repeated ? refuse('cap-named-twice', { kind: repeated.kind, within: repeated.within }) : undefined;
}
const sameCap = (one: CapTerm, other: CapTerm): boolean => one.kind === other.kind && one.within === other.within;

/** What each award comes to at the least. */
const leastOf = (money: RoundTerms): Money | undefined => (money.kind === 'fixed' ? money.amount : money.kind === 'share-of-cost' ? money.atLeast : undefined);
