import { exceeds, present, refuse, showDate, showMoney, type Code, type IsoDate, type Money, type RoundRef } from '#kernel';
import { moneyLeft, moved, open, openUnit, placesLimit, roundLimit, type LimitFact } from '#domain/limits';
import type { Form } from './form.js';
import type { Bearing } from './policies/read-funds.js';
import type { ProgrammeState } from './programme.js';
import { RoundOpened } from './round.events.js';
import type { MatchRule, RoundTerms } from './round-terms.js';
import { budgetRefusals, termsMustFitBudget } from './scheme/fitting.js';
import type { SchemeTerms } from './scheme/scheme-terms.js';
import { stated } from './stated.js';

export const openingRefusals = {
  'programme-is-closed': 'The programme {name} is closed, so it has no more rounds',
  'dates-backwards': '{from} is after {until}',
  ...budgetRefusals,
  'fund-is-too-small': 'The fund has {available} left and this round needs {needed}',
} as const;

/** What a round is opened with, whether somebody states it or another round has it. */
export interface Opening {
  readonly programme: Code;
  readonly name: string;
  readonly fund: Code;
  readonly financialYear: string;
  readonly allocation: Money;
  readonly terms?: RoundTerms | undefined;
  readonly matchRule?: MatchRule | undefined;
  readonly scheme?: SchemeTerms | undefined;
  readonly designed?: number | undefined;
  readonly opensOn?: IsoDate | undefined;
  readonly closesOn?: IsoDate | undefined;
  readonly form?: Form | undefined;
  readonly clonedFrom?: RoundRef | undefined;
}
interface Around {
  readonly programme: ProgrammeState;
  readonly funds: readonly Bearing[];
  readonly budget: LimitFact;
}

/** Opens a round with money of a fund, on terms that whoever calls holds against themselves. A round without any money has a limit of nothing, which later rules read. */
export function opening(round: RoundRef, { programme: of, name, fund, financialYear, allocation, ...rest }: Opening, around: Around) {
  const { stage, name: called } = present(around.programme);
  if (stage === 'closed') return refuse('programme-is-closed', { name: called });
  const { opensOn, closesOn, scheme } = rest;
  if (opensOn && closesOn && opensOn > closesOn) return refuse('dates-backwards', { from: showDate(opensOn), until: showDate(closesOn) });
  const unpaid = scheme && termsMustFitBudget(scheme, { financialYear, funds: around.funds });
  if (unpaid) return unpaid;
  const available = moneyLeft(around.budget, 'available');
  if (exceeds(allocation, available)) return refuse('fund-is-too-small', { available: showMoney(available), needed: showMoney(allocation) });

  return [
    RoundOpened({ programme: of, name, budget: { fund, financialYear, round }, allocation, ...stated(rest) }),
    ...moved(around.budget, 'available', 'allocated', allocation, round),
    open(roundLimit(round), `round ${round}`, 'allocated', allocation),
    ...(scheme?.capacity ? [openUnit(placesLimit(round), `places of ${round}`, 'PLACE', 'open', scheme.capacity.most)] : []),
  ];
}
