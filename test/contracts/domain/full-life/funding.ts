import { step, type Step } from './step.js';

const funding = 'FN-2012-001';

/** Money of another body: offered, varied, assigned, spent, claimed, and paid back to us. */
export const funded: readonly Step[] = [
  step('OfferFunding', {
    programme: 'WIDER', funder: 'OR-2012-006', amount: '£9,000.00', qualifier: 'exact', from: '2012-05-01', until: '2013-04-30', heldBy: 'us', purpose: 'travel',
  }),
  step('VaryFunding', { funding, amount: '£10,000.00', reason: 'More' }),
  step('AssignFunding', { funding, programme: 'WIDER', amount: '£3,000.00', qualifier: 'about', what: 'travel' }),
  step('AppointContractor', { funding, organisation: 'OR-2012-001', from: '2012-05-01', until: '2015-04-30', agreedMonths: 24, what: 'work' }),
  step('RecordCostBearer', { programme: 'WIDER', organisation: 'OR-2012-006', what: 'rooms' }),
  step('IncurExpense', { funding, amount: '£3,200.00', what: 'travel', document: 'Invoice' }),
  step('ClaimExpense', { funding, amount: '£3,200.00', document: 'Claim' }),
  step('RejectClaim', { claim: 'XC-2012-001', reason: 'No receipt' }),
  step('ClaimExpense', { funding, amount: '£3,000.00', document: 'Claim' }),
  step('ReimburseClaim', { claim: 'XC-2012-002', bankReference: 'C' }, 'clerk'),
  step('VaryFunding', { funding, amount: '£3,000.00', reason: 'Less' }),
];
