import { refuse, type Refusal } from '#kernel';
import type { Stage } from '../award-state.js';

export const approvalRefusals = {
  'award-is-not-approved': 'This award is {stage}. Its amount is negotiated once it is approved and before an agreement is offered',
} as const;

/** The amount is negotiated between approval and offer, and at no other time. */
export const refuseUnapproved = (stage: Stage): Refusal<'award-is-not-approved'> => refuse('award-is-not-approved', { stage });
