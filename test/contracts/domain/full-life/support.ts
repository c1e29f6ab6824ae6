import { nominated, opened, panel, step, type Step } from './step.js';

const award = 'AW-2012-010';
const [expert, cohort, framework] = ['EX-2012-002', 'CH-2012-001', 'FW-2012-001'];
const [east, north, coast] = ['OR-2012-007', 'OR-2012-008', 'OR-2012-002'];

/** What is given besides money: an expert's days, places in a cohort, the use of a framework, and advice. */
export const support: readonly Step[] = [
  opened('Days', { support: [{ kind: 'days', upTo: '14' }] }, { programme: 'HELP', allocation: '£0.00' }),
  nominated('OR-2012-007', [], 'RD-2012-009'),
  step('RecommendAward', { application: 'AP-2012-016' }),
  step('ApproveAward', { award, ceiling: '£0.00', days: '14', authority: panel }, 'clerk'),
  step('OfferAgreement', { award, document: 'Deed', acceptBy: '2012-06-14' }),
  step('SignAgreement', { award, document: 'Deed' }),
  step('AddExpertToPool', { programme: 'HELP', title: 'Mentor' }),
  step('SetAvailability', { expert, from: '2012-04-01', until: '2012-09-30', days: '10' }),
  step('AssignExpert', { award, expert, days: '4', capacity: 'mentor' }),
  step('LogDays', { award, expert, days: '2.5', what: 'A first visit' }),
  step('CorrectDays', { award, number: 1, days: '0.5', reason: 'Half a day' }),
  step('ReleaseDays', { award, reason: 'Enough' }),
  step('PlanCohort', { programme: 'HELP', name: 'Leaders', places: 20 }),
  step('OpenCohort', { cohort, ours: 1, startsOn: '2012-05-01' }),
  step('BookPlace', { cohort, organisation: east }),
  step('JoinCohortWaitingList', { cohort, organisation: north, reason: 'No place is left' }),
  step('JoinCohortWaitingList', { cohort, organisation: coast, reason: 'No place is left' }),
  step('LeaveCohortWaitingList', { cohort, organisation: coast, reason: 'Another course' }),
  step('EnlargeCohort', { cohort, to: 3, because: 'A larger room' }),
  step('BookPlace', { cohort, organisation: north }),
  step('GiveUpPlace', { cohort, organisation: north, reason: 'Ill' }),
  step('CompleteCohort', { cohort }),
  step('JoinAlumni', { cohort, organisation: east }),
  step('PlanFramework', { programme: 'HELP', name: 'Energy' }),
  step('LaunchFramework', { framework, charge: '£0.00' }),
  step('JoinFramework', { framework, organisation: east }),
  step('CallOff', { framework, organisation: east, what: 'Lamps' }),
  step('LeaveFramework', { framework, organisation: east, reason: 'Its own contract' }),
  step('ReportPerPerson', { framework, people: 10, qualifier: 'about', each: '£1.00', period: 'a year', document: 'Report' }),
  step('GiveAdvice', { programme: 'HELP', topic: 'Procurement', organisation: coast }),
];
