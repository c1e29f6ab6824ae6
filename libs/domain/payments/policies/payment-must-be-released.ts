import { refuse, type Refusal } from '#kernel';
import type { PaymentState } from '../payment.js';

export const releasedRefusals = {
  'payment-is-not-released': 'This payment is {stage}, so the bank cannot have settled or refused it',
} as const;

/** The bank answers for what it was sent and has not answered for yet. */
export const paymentMustBeReleased = ({ stage }: PaymentState): Refusal<'payment-is-not-released'> | undefined =>
  stage === 'released' ? undefined : refuse('payment-is-not-released', { stage });
