import { present, refuse, type Refusal } from '#kernel';
import type { ClaimState } from '../claim.js';

export const answeredRefusals = { 'claim-is-answered': 'This claim is {stage} already' } as const;

/** A funder answers a claim once. */
export function claimMustWait(state: ClaimState): Refusal<'claim-is-answered'> | undefined {
  const { stage } = present(state);
  return stage === 'claimed' ? undefined : refuse('claim-is-answered', { stage });
}
