import { moneyLimitOf } from '#domain/awards';
import type { PaymentAbout } from '../payment.js';

/** The limit that a payment is drawn from: of the first budget line of its award, or of the part that it names. */
export const limitOfPayment = ({ award, tranche }: Pick<PaymentAbout, 'award' | 'tranche'>): string => moneyLimitOf(award, tranche);
