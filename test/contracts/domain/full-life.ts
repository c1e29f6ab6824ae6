import { delivery } from './full-life/delivery.js';
import { funded } from './full-life/funding.js';
import { intake } from './full-life/intake.js';
import { organisations } from './full-life/organisations.js';
import { parts } from './full-life/parts.js';
import { nominated, setting, step, type Step } from './full-life/step.js';
import { support } from './full-life/support.js';

const delegation = { from: 'board', to: 'lead-members', perAward: '£10,000.00', total: '£20,000.00', minute: '1' };
const leadMembers = { kind: 'delegated', body: 'lead-members', minute: '2' };
const [first, second, third, fourth, fifth] = ['AW-2012-001', 'AW-2012-002', 'AW-2012-003', 'AW-2012-004', 'AW-2012-005'];
const negotiated = (award: string | undefined): readonly Step[] => [
  step('SetMatchCondition', { award, ratio: 100, payableBeforeVerified: 25 }),
  step('ProposeAmount', { award, amount: '£5,000.00' }),
  step('AgreeAmount', { award, amount: '£5,000.00' }),
  step('OfferAgreement', { award, document: 'MoA', acceptBy: '2012-06-14' }),
  step('PledgeMatch', { award, source: 'OR-2012-001', amount: '£5,000.00' }),
];
/** A round that is scored and ranked, and its best bid as an award: with its match split and an expert's help. */
const scored = { round: 'RD-2012-003' };
const score = (given: number) => [{ criterion: 'value', score: given }];
const expert = { expert: 'EX-2012-001' };
const competition: readonly Step[] = [
  step('SetTarget', { programme: 'FUTURE', financialYear: 'FY1213', target: { kind: 'councils', atLeast: 25 } }),
  step('OpenRound', {
    programme: 'FUTURE', name: 'Scored', fund: 'IMPROVEMENT', financialYear: 'FY1213', allocation: '£60,000.00',
    terms: { kind: 'fixed', amount: '£5,000.00' }, matchRule: { ratio: 100, payableBeforeVerified: 25, from: 'any-partner' },
  }),
  step('SetCriteria', { ...scored, criteria: [{ code: 'value', name: 'Value for money', weight: 100 }], highestScore: 25 }),
  nominated('OR-2012-001', [{ organisation: 'OR-2012-003', role: 'private-partner' }], scored.round),
  nominated('OR-2012-002', [], scored.round),
  step('AssessApplication', { application: 'AP-2012-007', scores: score(25) }, 'secretary'),
  step('AssessApplication', { application: 'AP-2012-008', scores: score(25), comment: 'Sound' }, 'secretary'),
  step('ReviseAssessment', { application: 'AP-2012-008', scores: score(2), reason: 'Misread' }, 'secretary'),
  step('RankApplications', { ...scored, places: 1, reserve: 1 }),
  step('TakeFromReserve', { application: 'AP-2012-008', reason: 'There is money for both' }),
  step('RecommendAward', { application: 'AP-2012-007' }),
  step('ApproveAward', { award: fifth, ceiling: '£5,000.00', authority: leadMembers }, 'clerk'),
  step('SplitMatch', { award: fifth, shares: [{ organisation: 'OR-2012-001', amount: '£4,000.00' }, { organisation: 'OR-2012-003', amount: '£1,000.00' }] }),
  step('AddExpertToPool', { programme: 'FUTURE', title: 'Procurement' }),
  step('AssignExpert', { award: fifth, ...expert }),
  step('EndAssignment', { award: fifth, ...expert, reason: 'Done' }),
  step('RemoveExpertFromPool', { ...expert, reason: 'Retired' }),
];
/** People come, are given roles, lend them, and go. */
const [clerk, director] = ['person:clerk', 'person:director'];
const manager = { role: 'programme-manager', startsOn: '2012-04-01' };
const staffing: readonly Step[] = [
  ...[clerk, director, 'person:officer', 'person:visitor'].map((person) => step('RegisterPerson', { person }, 'chief')),
  step('GrantRole', { person: clerk, role: 'auditor', startsOn: '2012-04-01', reason: 'New' }, 'chief'),
  step('EndRole', { person: clerk, number: 1, reason: 'Moved' }, 'chief'),
  step('GrantRole', { person: director, ...manager, reason: 'New' }, 'chief'),
  step('DelegateRole', { to: clerk, ...manager, endsOn: '2012-05-14', reason: 'On leave' }, 'director'),
  step('TakeBackRole', { from: clerk, number: 2, reason: 'Back' }, 'director'),
  step('RecordDeparture', { person: 'person:visitor', reason: 'Retired' }, 'chief'),
  step('GivePermission', { role: 'programme-officer', permission: 'award:approve', reason: 'A small office' }, 'chief'),
  step('TakePermission', { role: 'programme-officer', permission: 'award:approve', reason: 'No more' }, 'chief'),
  step('IssueApiToken', { role: 'programme-manager', scope: [{ permission: 'register:read' }], expiresOn: '2012-12-31' }, 'director'),
  step('RevokeApiToken', { person: director, number: 1, reason: 'Lost' }, 'director'),
];
const payment = { payment: 'PY-2012-001' };
const saving = { saving: 'SV-2012-001' };
const figure = { kind: 'cashable', amount: '£5,000.00', qualifier: 'over', attribution: 'attributable', document: 'Bid' };

/** Rounds and experts that are there when somebody goes on at random, who takes the latest. */
const goingOn: readonly Step[] = [
  ...['Winter', 'New Year'].map((name) => step('OpenRound', { programme: 'FUTURE', name, fund: 'IMPROVEMENT', financialYear: 'FY1213', allocation: '£20,000.00' })),
];

/** Every command once, in an order that works: five awards of money and match, of which one is paid, one lapses, one is declined, one withdrawn and one won in a competition. */
export const fullLife: readonly Step[] = [
  ...staffing,
  step('OpenFund', { code: 'IMPROVEMENT', name: 'Improvement fund' }),
  step('SetBudget', { fund: 'IMPROVEMENT', financialYear: 'FY1213', amount: '£200,000.00' }),
  step('ReduceBudget', { fund: 'IMPROVEMENT', financialYear: 'FY1213', amount: '£1.00', reason: 'rounding' }),
  step('DefineProgramme', { code: 'FUTURE', name: 'Future Councils', purpose: 'New ways', awardCeiling: '£20,000.00', instrument: 'deed' }),
  step('RegisterBody', { code: 'board', name: 'Board', kind: 'board' }),
  step('RegisterBody', { code: 'lead-members', name: 'Lead Members', kind: 'members' }),
  step('Delegate', { ...delegation, startsOn: '2012-04-01' }),
  step('RegisterOrganisation', { name: 'East Riding', type: 'unitary' }),
  step('RegisterOrganisation', { name: 'Scarborough', type: 'district', region: 'Yorkshire' }),
  step('RegisterOrganisation', { name: 'Amey', type: 'company' }),
  step('RenameOrganisation', { organisation: 'OR-2012-003', name: 'Amey plc' }),
  step('WithholdName', { organisation: 'OR-2012-003', reason: 'asked for it' }),
  ...organisations,
  step('OpenRound', { programme: 'FUTURE', name: 'Spring', fund: 'IMPROVEMENT', financialYear: 'FY1213', allocation: '£60,000.00' }),
  step('OpenRound', { programme: 'FUTURE', name: 'Summer', fund: 'IMPROVEMENT', financialYear: 'FY1213', allocation: '£1.00' }),
  step('CloseRound', { round: 'RD-2012-002' }),
  step('DeclareInterest', { round: 'RD-2012-001', nature: 'Member of a bidder' }, 'director'),
  step('EndInterest', { round: 'RD-2012-001', person: 'person:director', reason: 'Left the council' }, 'secretary'),
  step('DeclareInterest', { round: 'RD-2012-001', nature: 'Member of a bidder' }, 'director'),
  nominated('OR-2012-001', [{ organisation: 'OR-2012-002', role: 'joint-applicant' }, { organisation: 'OR-2012-003', role: 'private-partner' }]),
  ...['OR-2012-001', 'OR-2012-002', 'OR-2012-001', 'OR-2012-002', 'OR-2012-003'].map((organisation) => nominated(organisation)),
  step('WithdrawApplication', { application: 'AP-2012-005', reason: 'No capacity' }),
  step('DeclineApplication', { application: 'AP-2012-006', reason: 'Not a council' }),
  ...['AP-2012-001', 'AP-2012-002', 'AP-2012-003', 'AP-2012-004'].map((application) => step('RecommendAward', { application })),
  step('PutToBoard', { award: second, body: 'board', meeting: 'May', item: '4', ask: 'confirm' }),
  step('RecordDecision', { award: second, body: 'board', meeting: 'May', item: '4', verb: 'confirmed', minute: '4' }),
  step('ApproveAward', { award: first, ceiling: '£10,000.00', authority: leadMembers }, 'clerk'),
  step('ApproveAward', { award: second, ceiling: '£20,000.00', authority: { kind: 'board', decision: 'DC-2012-001' } }, 'clerk'),
  step('DeclineAward', { award: third, reason: 'No saving', authority: leadMembers }, 'clerk'),
  step('WithdrawAward', { award: fourth, reason: 'Merged', withdrawnBy: 'recipient' }),
  ...negotiated(first),
  ...negotiated(second),
  step('SignAgreement', { award: first, document: 'MoA' }),
  step('LapseOffer', { award: second }, 'system', '2012-06-15'),
  step('ReleaseMatch', { award: second }, 'system', '2012-06-15'),
  step('PledgeMatch', { award: first, source: 'OR-2012-002', amount: '£1.00' }),
  step('WithdrawPledge', { award: first, source: 'OR-2012-002', reason: 'Not needed' }),
  step('EvidenceMatch', { award: first, source: 'OR-2012-001', amount: '£5,000.00', document: 'Invoice 12' }),
  step('VerifyMatch', { evidence: 'EV-2012-001', accepted: '£5,000.00' }, 'clerk'),
  step('RevokeVerification', { evidence: 'EV-2012-001', reason: 'Wrong project' }, 'clerk'),
  step('VerifyMatch', { evidence: 'EV-2012-001', accepted: '£5,000.00' }, 'clerk'),
  step('AuthorisePayment', { award: first, amount: '£5,000.00' }),
  step('ReleasePayment', payment, 'treasurer'),
  step('FailPayment', { ...payment, reason: 'invalid-details' }),
  step('ReleasePayment', payment, 'treasurer'),
  step('SettlePayment', { ...payment, bankReference: 'BACS 1' }),
  step('CorrectSettlement', { ...payment, reason: 'Another payment' }),
  step('SettlePayment', { ...payment, bankReference: 'BACS 1' }),
  step('ReturnPayment', { ...payment, reason: 'account-closed' }),
  step('CancelPayment', { ...payment, reason: 'New account' }),
  step('AuthorisePayment', { award: first, amount: '£1.00' }),
  step('ReleasePayment', { payment: 'PY-2012-002' }, 'treasurer'),
  step('SettlePayment', { payment: 'PY-2012-002', bankReference: 'BACS 2' }),
  step('AppointEvaluator', { programme: 'FUTURE', organisation: 'OR-2012-003', startsOn: '2012-04-01', endsOn: '2014-03-31' }),
  step('RecordEvaluationFinding', { programme: 'FUTURE', finding: 'It works' }),
  step('ForecastSavings', { about: { kind: 'award', award: first }, ...figure, period: { kind: 'year', financialYear: 'FY1213' } }),
  step('ForecastSavings', { about: { kind: 'programme', programme: 'FUTURE' }, ...figure, period: { kind: 'lifetime', of: 'the programme' } }),
  step('ReviseForecast', { ...saving, amount: '£10,000.00', qualifier: 'exact', reason: 'More buildings' }),
  step('ClaimSaving', { ...saving, amount: '£5,000.00', document: 'Report 1' }),
  step('WithdrawClaim', { ...saving, reason: 'Wrong year' }),
  step('ClaimSaving', { ...saving, amount: '£60,000.00', document: 'Report 2' }),
  step('ValidateSaving', { ...saving, accepted: '£10,000.00', reason: 'No baseline' }, 'clerk'),
  step('CloseAward', { award: first }),
  ...competition,
  ...setting,
  ...delivery,
  ...funded,
  ...intake,
  ...parts,
  ...support,
  ...goingOn,
  step('EndDelegation', { body: 'lead-members', minute: '9' }),
  step('Delegate', { ...delegation, startsOn: '2012-05-02', total: '£60,000.00' }),
];
