import { stream, type AwardRef, type Money, type OrganisationRef, type Person } from '#kernel';
import type { BudgetLine } from '#domain/limits';
import * as events from './payment.events.js';

/** What every event of a payment repeats. */
export interface PaymentAbout {
  readonly award: AwardRef;
  readonly payee: OrganisationRef;
  readonly payeeName: string;
  readonly amount: Money;
  readonly budget: BudgetLine;
}
export type PaymentState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'authorised' | 'released' | 'settled' | 'failed' | 'returned' | 'cancelled';
      readonly about: PaymentAbout;
      readonly authorisedBy: Person;
    };
type Made = Exclude<PaymentState, { stage: 'absent' }>;

/** Second pair of eyes: each step follows only from these stages. */
function from(state: PaymentState, ...stages: readonly Made['stage'][]): Made {
  if (state.stage === 'absent' || !stages.includes(state.stage)) throw new Error(`A payment that is ${state.stage} cannot do what only ${stages.join(' or ')} ones do`);
  return state;
}

export const payment = stream('payment', { events, initial: { stage: 'absent' } as PaymentState }).evolvedBy({
  PaymentAuthorised: (_, { award, payee, payeeName, amount, budget, authorisedBy }) => ({
    stage: 'authorised',
    about: { award, payee, payeeName, amount, budget },
    authorisedBy,
  }),
  PaymentReleased: (state) => ({ ...from(state, 'authorised', 'failed', 'returned'), stage: 'released' }),
  PaymentSettled: (state) => ({ ...from(state, 'released'), stage: 'settled' }),
  PaymentFailed: (state) => ({ ...from(state, 'released'), stage: 'failed' }),
  PaymentReturned: (state) => ({ ...from(state, 'settled'), stage: 'returned' }),
  PaymentCancelled: (state) => ({ ...from(state, 'authorised', 'failed', 'returned'), stage: 'cancelled' }),
});
