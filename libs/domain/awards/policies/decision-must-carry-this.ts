import { refuse, showDate, type IsoDate, type Refusal } from '#kernel';
import type { AuthorityRead } from './authority.js';

export const decisionRefusals = {
  'decision-is-about-another-award': 'Decision {decision} is about {other}, not about this award',
  'decided-later': 'Decision {decision} was taken on {decidedOn}. Nothing follows from it before that day, so not on {on}',
} as const;

/**
 * A board decides about one award at a time, and nothing follows from its decision before it was taken. A decision about a
 * programme as a whole gives no award its money.
 */
export function decisionMustCarryThis(authority: AuthorityRead, award: string, on: IsoDate): Refusal<keyof typeof decisionRefusals> | undefined {
  if (authority.kind !== 'board') return undefined;
  const { ref: decision, award: other, programme = '', decidedOn } = authority;
  if (other !== award) return refuse('decision-is-about-another-award', { decision, other: other ?? programme });
  return on < decidedOn ? refuse('decided-later', { decision, decidedOn: showDate(decidedOn), on: showDate(on) }) : undefined;
}
