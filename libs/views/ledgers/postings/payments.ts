import type { payment } from '#domain/payments';
import { transfer } from '../posting.js';
import type { PostingRules } from './rules.js';

const wentBackTo = { award: 'B:Agreed', round: 'B:Allocated', fund: 'B:Available' } as const;

/** Payments: authorised, settled, sent back by a bank, cancelled. Releasing one to the bank, or its failing there, moves no budget. */
export const paymentPostings: PostingRules<[typeof payment]> = {
  PaymentAuthorised: ({ data: { award, amount, budget } }) => transfer('authorisation', 'B:Agreed', 'B:Authorised', amount, { ...budget, award }),
  PaymentSettled: ({ data: { award, amount, budget } }) => transfer('settlement', 'B:Authorised', 'B:Spent', amount, { ...budget, award }),
  PaymentReturned: ({ data: { award, amount, budget } }) => transfer('return', 'B:Spent', 'B:Authorised', amount, { ...budget, award }),
  PaymentCancelled: ({ data: { award, amount, budget, returnedTo } }) => transfer('cancellation', 'B:Authorised', wentBackTo[returnedTo], amount, { ...budget, award }),
};
