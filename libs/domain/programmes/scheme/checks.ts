import { refuse, type Money, type Refusal } from '#kernel';
import { bytesOf } from '../size.js';
import { choosingMustFit, rulesMustBeNamedOnce } from './choosing-checks.js';
import { capsMustLeaveRoom, moneyMustFit } from './money-checks.js';
import type { SchemeTerms } from './scheme-terms.js';
import { phasesMustFollow, yearsMustSum } from './time-checks.js';

/** What terms can have wrong with them by themselves, whoever states them. A command spreads this into its refusals. */
export const termRefusals = {
  'support-named-twice': 'The support {kind} is named twice. Say all of it once',
  'no-money-rule': 'Cash, or a contribution to a cost, needs a rule for the money',
  'money-without-cash': 'There is a rule for money, and neither cash nor a contribution is given',
  'days-need-a-rate': 'Days that are valued need the value of a day',
  'match-of-nothing': 'Match is a share of a grant, or of days that are valued for it, and neither is given',
  'over-programme-ceiling': 'No award of this programme may exceed {ceiling}, so the terms of a round cannot say {amount}',
  'bounds-backwards': 'The least, {least}, is above the most, {most}',
  'match-above-the-cost': 'A grant of {per} per cent of the cost and match of {ratio} per cent of the grant come to more than the cost',
  'ceiling-below-fixed-sum': 'A cap of {cap} for one body is below what each award comes to at the least, {fixed}',
  'cap-named-twice': 'The cap of {kind} within the {within} is named twice. Give it once',
  'phase-named-twice': 'The phase {phase} is named twice. Give each phase one code',
  'dates-backwards': '{from} is after {until}',
  'phase-out-of-order': '{phase} begins on {from}, before {earlier} ends. Put phases in the order of their dates',
  'phases-pay-more': 'Phases pay {sum} and an award comes to at most {most}',
  'phases-pay-less': 'Phases pay {sum} of a fixed sum of {fixed}, so the rest could never be paid',
  'year-named-twice': '{year} is named twice',
  'year-out-of-order': '{year} comes after a later year. Put the years in their order',
  'per-cents-do-not-sum': 'The parts come to {sum} per cent. They must come to 100',
  'other-funds-bear-it-all': 'Other funds bear {sum} per cent of each award, which leaves nothing for the fund of the round',
  'fund-named-twice': '{fund} is named twice for {year}',
  'rule-named-twice': 'The rule {rule} is named twice. Give each rule one code',
  'terms-are-too-long': 'The terms come to {length} characters in all and at most {most} are kept. Letters with accents count for more than one',
} as const;

/** In bytes. */
const longest = 60_000;

/** The first thing that is wrong with terms alone, of a programme whose awards may come to `awardCeiling` at the most. */
export function termsMustHold(terms: SchemeTerms, awardCeiling: Money): Refusal<keyof typeof termRefusals> | undefined {
  return (
    choosingMustFit(terms) ?? moneyMustFit(terms, awardCeiling) ?? capsMustLeaveRoom(terms) ?? phasesMustFollow(terms) ?? yearsMustSum(terms) ?? rulesMustBeNamedOnce(terms) ?? termsMustBeKept(terms)
  );
}

function termsMustBeKept(terms: SchemeTerms) {
  const length = bytesOf(terms);
  return length > longest ? refuse('terms-are-too-long', { length, most: longest }) : undefined;
}
