import { handsShown, stream, type AwardRef, type Code, type Money, type OrganisationRef, type Person } from '#kernel';
import type { BudgetLine } from '#domain/limits';
import * as events from './payment.events.js';

/** What every event of a payment repeats. */
export interface PaymentAbout {
  readonly award: AwardRef;
  readonly payee: OrganisationRef;
  readonly payeeName: string;
  readonly amount: Money;
  readonly budget: BudgetLine;
  /** The part of the award that it is drawn from, where that is not its first budget line. */
  readonly tranche?: number;
  readonly phase?: Code;
}
interface Kept {
  readonly about: PaymentAbout;
  /** Whoever authorised it, and whoever they stood in for: neither releases it. */
  readonly authorisedBy: readonly Person[];
}
export type PaymentState =
  | { readonly stage: 'absent' }
  | (Kept & { readonly stage: 'authorised' | 'released' | 'failed' | 'returned' | 'cancelled' })
  | (Kept & { readonly stage: 'settled'; readonly bankReference: string });
type Stage = Exclude<PaymentState['stage'], 'absent'>;

/** What every stage keeps. Second pair of eyes: each step follows only from these stages. */
function from(state: PaymentState, ...stages: readonly Stage[]): Kept {
  if (state.stage === 'absent' || !stages.includes(state.stage)) throw new Error(`A payment that is ${state.stage} cannot do what only ${stages.join(' or ')} ones do`);
  const { about, authorisedBy } = state;
  return { about, authorisedBy };
}

export const payment = stream('payment', { events, initial: { stage: 'absent' } as PaymentState }).evolvedBy({
  PaymentAuthorised: (_, { award, payee, payeeName, amount, budget, tranche, phase, authorisedBy }, about) => ({
    stage: 'authorised',
    about: { award, payee, payeeName, amount, budget, ...(tranche === undefined ? {} : { tranche }), ...(phase === undefined ? {} : { phase }) },
    authorisedBy: handsShown(authorisedBy, about),
  }),
  PaymentReleased: (state) => ({ ...from(state, 'authorised', 'failed', 'returned'), stage: 'released' }),
  PaymentSettled: (state, { bankReference }) => ({ ...from(state, 'released'), stage: 'settled', bankReference }),
  SettlementCorrected: (state) => ({ ...from(state, 'settled'), stage: 'released' }),
  PaymentFailed: (state) => ({ ...from(state, 'released'), stage: 'failed' }),
  PaymentReturned: (state) => ({ ...from(state, 'settled'), stage: 'returned' }),
  PaymentCancelled: (state) => ({ ...from(state, 'authorised', 'failed', 'returned'), stage: 'cancelled' }),
});
