import { isNil, nil, plus, refuse, showMoney, type Money, type Refusal } from '#kernel';
import { moneyLeft, type LimitFact } from '#domain/limits';

export const paymentRefusals = {
  'payment-is-under-way': '{amount} is authorised and not settled. Settle or cancel the payment first',
} as const;

/** Money on its way to the bank belongs to nobody else until it has arrived or was called back. */
export function noPaymentMayBeUnderWay(award: LimitFact, elsewhere: Money = nil): Refusal<'payment-is-under-way'> | undefined {
  const authorised = plus(moneyLeft(award, 'authorised'), elsewhere);
  return isNil(authorised) ? undefined : refuse('payment-is-under-way', { amount: showMoney(authorised) });
}
