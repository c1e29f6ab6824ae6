import { nominated, signed, step, type Step } from './step.js';

const award = 'AW-2012-006';
const payment = { payment: 'PY-2012-003' };
const scheme = {
  support: [{ kind: 'cash' }],
  money: { kind: 'fixed', amount: '£5,000.00' },
  phases: [{ code: 'survey', name: 'Survey', payable: '£2,000.00' }, { code: 'works', name: 'Works', needs: [{ output: 'plan', name: 'Plan' }] }],
  reporting: [{ output: 'report', name: 'Report', every: 'month', dueDays: 5 }],
};

/** A scheme in phases: what is handed in, sent back and accepted, and what the programme reports. */
export const delivery: readonly Step[] = [
  step('DesignScheme', { programme: 'WIDER', terms: scheme }),
  step('OpenRound', { programme: 'WIDER', name: 'Phased', fund: 'OTHER', financialYear: 'FY1213', allocation: '£10,000.00' }),
  nominated('OR-2012-007', [], 'RD-2012-004'),
  ...signed('AP-2012-009', award, '£5,000.00'),
  step('StartPhase', { award, phase: 'survey' }),
  step('EndPhase', { award, phase: 'survey' }),
  step('SubmitOutput', { award, output: 'plan', document: 'Plan 1' }),
  step('SendBackOutput', { award, output: 'plan', reason: 'No costs' }, 'clerk'),
  step('SubmitOutput', { award, output: 'plan', document: 'Plan 2' }),
  step('AcceptOutput', { award, output: 'plan' }, 'clerk'),
  step('StartPhase', { award, phase: 'works' }),
  step('SubmitOutput', { award, output: 'report', period: '2012-05', document: 'Report' }),
  step('AuthorisePayment', { award, amount: '£5,000.00', phase: 'works' }),
  step('ReleasePayment', payment, 'treasurer'),
  step('SettlePayment', { ...payment, bankReference: 'BACS 3' }),
  step('ReachMilestone', { programme: 'WIDER', kind: 'launch', title: 'Launch' }),
  step('PlanMilestones', { programme: 'WIDER', kind: 'report', least: 12, most: 15 }),
  step('ReportRating', { programme: 'WIDER', period: 'Q1', rating: 'green', output: 'All' }),
  step('NoteDiscrepancy', { programme: 'WIDER', subject: 'councils', printed: [{ document: 'A', figure: '70' }, { document: 'B', figure: 'over 70' }] }),
  step('RecordProgrammeDecision', { body: 'board', programme: 'WIDER', meeting: 'May', item: '1', verb: 'noted', alsoVerb: 'asked', minute: '1' }),
];
