import { agreed, nominated, opened, panel, signed, step, type Step } from './step.js';

const [shared, cost] = ['RD-2012-007', 'RD-2012-008'];
const award = 'AW-2012-009';
const later = (financialYear: string, more: object = {}): Step => step('NameTranche', { award, financialYear, upTo: '£1,000.00', subjectTo: 'the budget', ...more });

/** A fund that is shared out, and a share of a cost over years: a later year is confirmed, one declined, one lapses, and what is left goes forward. */
export const parts: readonly Step[] = [
  opened('Shared', { support: [{ kind: 'cash' }], money: { kind: 'share-of-fund', by: { kind: 'equal' } }, selection: { kind: 'all-eligible' } }),
  nominated('OR-2012-007', [], shared),
  nominated('OR-2012-008', [], shared),
  step('ShareFund', { round: shared }),
  ...signed('AP-2012-013', 'AW-2012-008', '£5,000.00'),
  step('TransferAward', { award: 'AW-2012-008', to: 'OR-2012-002', reason: 'An order' }),
  step('AddPartner', { award: 'AW-2012-008', organisation: 'OR-2012-008', role: 'partner', reason: 'Joined later' }),
  step('RemovePartner', { award: 'AW-2012-008', organisation: 'OR-2012-008', reason: 'Left' }),
  step('TagAward', { award: 'AW-2012-008', set: 'category', value: 'waste' }),
  step('UntagAward', { award: 'AW-2012-008', set: 'category' }),
  opened('Cost', { support: [{ kind: 'contribution' }], money: { kind: 'share-of-cost', bearer: 'the council', per: 50, atLeast: '£1.00', atMost: '£5,000.00' } }),
  nominated('OR-2012-008', [], cost),
  step('RecommendAward', { application: 'AP-2012-015' }),
  later('FY1314'),
  later('FY1415'),
  later('FY1516', { lapsesOn: '2012-06-14' }),
  step('StateCost', { award, cost: '£10,000.00', document: 'Tender' }),
  step('ApproveAward', { award, ceiling: '£5,000.00', authority: panel }, 'clerk'),
  step('ConfirmTranche', { award, number: 1, amount: '£1,000.00', authority: panel }, 'clerk'),
  step('DeclineTranche', { award, number: 2, reason: 'No budget', authority: panel }, 'clerk'),
  step('LapseTranche', { award, number: 3 }, 'system', '2012-06-15'),
  ...agreed(award, '£5,000.00'),
  step('CarryForward', { award, from: 0, financialYear: 'FY1314', amount: '£1.00', authority: panel, reason: 'Late works' }, 'clerk'),
];
