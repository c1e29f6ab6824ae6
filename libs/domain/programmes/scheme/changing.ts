import { refuse } from '#kernel';
import type { Round } from '../round.js';
import { sameTerms } from './same-terms.js';
import type { SchemeTerms } from './scheme-terms.js';

/** Until when each slot of a round's terms may be revised. What is given and paid stands from the first award, how bodies are chosen from the first application. */
const until = {
  support: 'award', money: 'award', match: 'award', phases: 'award', years: 'award', otherFunds: 'award', fundClass: 'award',
  selection: 'application',
  capacity: 'never',
  intake: 'closing', eligibility: 'closing', caps: 'closing', reporting: 'closing',
} as const satisfies Readonly<Record<keyof SchemeTerms, 'award' | 'application' | 'never' | 'closing'>>;

const slots = Object.keys(until) as readonly (keyof SchemeTerms)[];

export const changingRefusals = {
  'capacity-is-raised-otherwise': 'The capacity of a round is changed by raising it, not by its terms',
  'intake-has-begun': 'Somebody has applied for {name} or been scored, so {slot} stands',
  'caps-count-already': 'Awards of {name} may be counted by its caps already, so how much a cap allows may change, and not what is counted by it',
  'terms-are-acted-on': 'An award of {name} was recommended, so {slot} stands',
} as const;

export const changedSlots = (before: SchemeTerms, after: SchemeTerms): readonly (keyof SchemeTerms)[] => slots.filter((slot) => !sameTerms(before[slot], after[slot]));

/** What stands already and would be changed. */
export function changeMustComeInTime(before: SchemeTerms, after: SchemeTerms, { name, termsActedOn, intakeBegun, scoring }: Round) {
  const changed = changedSlots(before, after);
  const late = (limit: (typeof until)[keyof SchemeTerms]) => changed.find((slot) => until[slot] === limit);
  if (late('never')) return refuse('capacity-is-raised-otherwise');
  const chosen = late('application');
  if (chosen && (intakeBegun || scoring?.begun === true)) return refuse('intake-has-begun', { name, slot: chosen });
  const given = late('award');
  if (given && termsActedOn) return refuse('terms-are-acted-on', { name, slot: given });
  // What an award was not counted for when it was approved is never counted: a cap that came later would let a body have one more.
  if (termsActedOn && !sameTerms(whatIsCounted(before), whatIsCounted(after))) return refuse('caps-count-already', { name });
  return undefined;
}

const whatIsCounted = ({ caps = [] }: SchemeTerms): readonly string[] => caps.map(({ kind, within, counting }) => `${kind} ${within} ${counting}`).sort();
