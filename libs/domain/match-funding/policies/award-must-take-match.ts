import { present, refuse, type Refusal } from '#kernel';
import type { AwardState } from '#domain/awards';

export const matchRefusals = { 'award-takes-no-match': 'This award is {stage}, so it takes no match' } as const;
export const conditionRefusals = { 'no-match-is-required': 'This award has no match condition. Set one before match is split or pledged' } as const;

/** Match is pledged and shown from approval until the award ends. */
export function awardMustTakeMatch(award: AwardState): Refusal<'award-takes-no-match'> | undefined {
  const { stage } = present(award);
  return stage === 'approved' || stage === 'offered' || stage === 'agreed' ? undefined : refuse('award-takes-no-match', { stage });
}
