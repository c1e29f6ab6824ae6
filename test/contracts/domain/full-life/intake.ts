import { opened, panel, step, type Step } from './step.js';

const round = 'RD-2012-005';
const scheme = {
  support: [{ kind: 'cash' }],
  money: { kind: 'fixed', amount: '£1,000.00' },
  intake: { kind: 'invited-bids', late: 'with-reason', again: 'until-it-closes' },
  eligibility: [{ kind: 'number', code: 'enough', effect: 'flags', question: 'homes', least: 500 }],
  capacity: { planned: 1, most: 1, waitingList: true },
};
const homes = { code: 'homes', ask: 'How many homes?', required: true, reusable: false, answer: { kind: 'number', of: 'homes' } };
const [east, north, coast] = ['OR-2012-007', 'OR-2012-008', 'OR-2012-002'];
const [first, second, third] = ['AP-2012-010', 'AP-2012-011', 'AP-2012-012'];
const bid = (organisation: string | undefined): Step => step('SubmitApplication', { round, organisation, title: 'Homes', answers: [{ question: 'homes', answer: { kind: 'number', number: 600 } }] });

/** A round by invitation with a form, one place and a waiting list: its one award is withdrawn and the place goes on in turn. */
export const intake: readonly Step[] = [
  opened('Invited', scheme, { opensOn: '2012-05-01', closesOn: '2012-06-29', form: [homes] }),
  step('SetForm', { round, questions: [{ ...homes, ask: 'How many homes are there?' }] }),
  step('ReviseRoundTerms', { round, scheme: { ...scheme, reporting: [{ output: 'report', name: 'Report', every: 'year', dueDays: 30 }] }, reason: 'Reports are due' }),
  step('CloneRound', { round, name: 'Autumn', fund: 'OTHER', financialYear: 'FY1213', allocation: '£1.00' }),
  step('InviteToBid', { round, bodies: [east, north, coast].map((organisation) => ({ organisation })) }),
  step('AllowLate', { round, organisation: north, until: '2012-07-20', reason: 'Ill' }),
  ...[east, north, coast].map(bid),
  step('ReturnApplication', { application: first, reason: 'No plan' }, 'clerk'),
  step('ResubmitApplication', { application: first, title: 'More homes', reason: 'The plan is there' }),
  step('ScreenApplications', { round }),
  step('StateCount', { round, document: 'D001, 4', stated: 2, bodiesStated: 3 }),
  step('RecommendAward', { application: first }),
  step('ApproveAward', { award: 'AW-2012-007', ceiling: '£1,000.00', authority: panel }, 'clerk'),
  step('JoinWaitingList', { application: second, reason: 'No place is left' }),
  step('JoinWaitingList', { application: third, reason: 'No place is left' }),
  step('RaiseCapacity', { round, to: 2, because: 'A sponsor pays', sponsor: 'OR-2012-006' }),
  step('WithdrawAward', { award: 'AW-2012-007', reason: 'Merged', withdrawnBy: 'recipient' }),
  { ...step('AdvanceWaitingList', { round }), refused: 'nobody-waits' },
  step('LeaveWaitingList', { application: third, reason: 'Found money elsewhere' }),
];
