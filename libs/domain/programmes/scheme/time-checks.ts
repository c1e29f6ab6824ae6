import { exceeds, refuse, showDate, showMoney, total } from '#kernel';
import { firstRepeated } from '../first-repeated.js';
import { mostOf } from '../round-terms.js';
import type { SchemeTerms } from './scheme-terms.js';

/** Phases follow one another, and what they pay is what an award comes to. */
export function phasesMustFollow({ phases = [], money }: SchemeTerms) {
  const repeated = firstRepeated(phases, ({ code }) => code);
  if (repeated) return refuse('phase-named-twice', { phase: repeated.code });
  const backwards = phases.find(({ from, until }) => from !== undefined && until !== undefined && from > until);
  if (backwards?.from && backwards.until) return refuse('dates-backwards', { from: showDate(backwards.from), until: showDate(backwards.until) });
  for (const [i, { name, from }] of phases.entries()) {
    const earlier = phases.slice(0, i).findLast((each) => from !== undefined && (each.until ?? each.from ?? from) > from);
    if (earlier && from) return refuse('phase-out-of-order', { phase: name, from: showDate(from), earlier: earlier.name });
  }
  const payable = phases.flatMap((each) => each.payable ?? []);
  const most = money && mostOf(money);
  if (payable.length === 0 || !most) return undefined;
  const paid = total(payable);
  if (exceeds(paid, most)) return refuse('phases-pay-more', { sum: showMoney(paid), most: showMoney(most) });
  // A phase that names no sum leaves it open, and pays the rest.
  if (money.kind === 'fixed' && payable.length === phases.length && exceeds(most, paid)) return refuse('phases-pay-less', { sum: showMoney(paid), fixed: showMoney(most) });
  return undefined;
}

/** Years are named once, in their order, and the parts of one cost come to all of it. */
export function yearsMustSum({ years, otherFunds = [] }: SchemeTerms) {
  const named: readonly { readonly financialYear: string }[] = years?.kind === 'later' ? years.later : years?.kind === 'spread' ? years.parts : [];
  const repeated = firstRepeated(named, ({ financialYear }) => financialYear);
  if (repeated) return refuse('year-named-twice', { year: repeated.financialYear });
  const late = named.find(({ financialYear }, i) => named.slice(0, i).some((each) => each.financialYear > financialYear));
  if (late) return refuse('year-out-of-order', { year: late.financialYear });
  const spread = years?.kind === 'spread' ? sumOf(years.parts) : 100;
  if (spread !== 100) return refuse('per-cents-do-not-sum', { sum: spread });
  const other = sumOf(otherFunds);
  if (other >= 100) return refuse('other-funds-bear-it-all', { sum: other });
  const twice = firstRepeated(otherFunds, ({ fund, financialYear }) => `${fund} ${financialYear}`);
  return twice ? refuse('fund-named-twice', { fund: twice.fund, year: twice.financialYear }) : undefined;
}

/** Against the year of a round: later years are later, and none that bears a part is past. A copy of an old round needs years of its own. */
export function yearsMustCome({ years, otherFunds = [] }: SchemeTerms, first: string) {
  const same = years?.kind === 'later' ? years.later.find(({ financialYear }) => financialYear <= first) : undefined;
  if (same) return refuse('year-is-not-later', { year: same.financialYear, first });
  const past = [...(years?.kind === 'spread' ? years.parts : []), ...otherFunds].find(({ financialYear }) => financialYear < first);
  return past ? refuse('year-is-past', { year: past.financialYear, first }) : undefined;
}

const sumOf = (parts: readonly { readonly per: number }[]): number => parts.reduce((sum, { per }) => sum + per, 0);
