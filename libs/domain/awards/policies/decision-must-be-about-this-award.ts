import { refuse, type Refusal } from '#kernel';
import type { AuthorityRead } from './authority.js';

export const decisionRefusals = {
  'decision-is-about-another-award': 'Decision {decision} is about {other}, not about this award',
} as const;

/** A board decides about one award at a time: its decision about another is no authority for this one. */
export function decisionMustBeAboutThisAward(authority: AuthorityRead, award: string): Refusal<'decision-is-about-another-award'> | undefined {
  if (authority.kind !== 'board' || authority.award === award) return undefined;
  return refuse('decision-is-about-another-award', { decision: authority.ref, other: authority.award });
}
