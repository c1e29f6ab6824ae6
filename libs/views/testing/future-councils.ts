import { gbp, toCode, toDate, toPerson, toReference } from '#kernel';
import { application, applicationEvents, type Partner } from '#domain/applications';
import { award, awardEvents } from '#domain/awards';
import { decision, decisionEvents } from '#domain/decisions';
import { match, matchEvents } from '#domain/match-funding';
import { organisation, organisationEvents } from '#domain/organisations';
import { payment, paymentEvents } from '#domain/payments';
import { fund, fundEvents, programme, programmeEvents, round, roundEvents } from '#domain/programmes';
import { limit, limitEvents } from '#domain/limits';
import { told, type Told } from './told.js';

const pounds = (amount: number) => gbp(amount * 100);
const of = { programme: toCode('FUTURE'), fund: toCode('IMPROVEMENT') };
export const eastRiding = toReference('OR', 'OR-2012-001');
export const scarborough = toReference('OR', 'OR-2012-002');
const birmingham = toReference('OR', 'OR-2012-003');
const budget = { fund: of.fund, financialYear: 'FY1213', round: toReference('RD', 'RD-2012-001') };
const [first, second] = [toReference('AW', 'AW-2012-001'), toReference('AW', 'AW-2012-002')];
const [bid, otherBid] = [toReference('AP', 'AP-2012-001'), toReference('AP', 'AP-2012-002')];
const partners: readonly Partner[] = [{ organisation: scarborough, name: 'Scarborough Borough Council', type: 'district', role: 'project-assurance' }];
const toEastRiding = { recipient: eastRiding, recipientName: 'East Riding of Yorkshire Council', budget };
const toBirmingham = { recipient: birmingham, recipientName: 'Birmingham City Council', budget };
const terms = { programme: of.programme, awardCeiling: pounds(20_000), instrument: 'memorandum-of-agreement', recommendedBy: toPerson('officer') } as const;
const byBoard = { decidedBy: toCode('board'), decidedByName: 'Improvement Board', verb: 'confirmed', authority: { kind: 'board', decision: toReference('DC', 'DC-2012-001'), body: toCode('board'), meeting: 'July 2012', item: '4', minute: '4.2' } } as const;
const paying = { award: first, payee: eastRiding, payeeName: toEastRiding.recipientName, budget };
const [paid, cancelled] = ['PY-2012-001', 'PY-2012-002'];
const er = { award: first, source: eastRiding, sourceName: 'East Riding of Yorkshire Council' };
const sc = { award: first, source: scarborough, sourceName: 'Scarborough Borough Council' };

/** Two awards of Future Councils (board paper of mid-2012, paragraphs 16 to 20): one joint, with match; one that was withdrawn. Amounts assumed. */
export const futureCouncils: readonly Told[] = [
  told(organisation, eastRiding, '2012-04-02', organisationEvents.OrganisationRegistered({ name: 'East Riding', type: 'unitary' })),
  told(organisation, scarborough, '2012-04-02', organisationEvents.OrganisationRegistered({ name: 'Scarborough Borough Council', type: 'district', region: 'Yorkshire and the Humber' })),
  told(organisation, birmingham, '2012-04-02', organisationEvents.OrganisationRegistered({ name: 'Birmingham City Council', type: 'metropolitan' })),
  told(fund, of.fund, '2012-04-02', fundEvents.FundOpened({ fund: of.fund, name: 'Improvement' }), fundEvents.BudgetSet({ fund: of.fund, financialYear: 'FY1213', amount: pounds(150_000), kind: 'original' })),
  told(organisation, eastRiding, '2012-04-10', organisationEvents.OrganisationRenamed({ formerName: 'East Riding', name: 'East Riding of Yorkshire Council' })),
  told(organisation, birmingham, '2012-04-12', organisationEvents.NameWithheld({ name: 'Birmingham City Council', reason: 'Asked for it' })),
  told(fund, of.fund, '2012-05-02', fundEvents.BudgetSet({ fund: of.fund, financialYear: 'FY1213', amount: pounds(10_000), kind: 'supplementary' }), fundEvents.BudgetReduced({ fund: of.fund, financialYear: 'FY1213', amount: pounds(5_000), reason: 'In-year saving' })),
  told(programme, of.programme, '2012-05-03', programmeEvents.ProgrammeDefined({ programme: of.programme, name: 'Future Councils', purpose: 'To try new ways of serving residents', awardCeiling: pounds(20_000), instrument: 'memorandum-of-agreement' })),
  told(round, budget.round, '2012-05-04', roundEvents.RoundOpened({ programme: of.programme, name: 'First round', budget, allocation: pounds(100_000) })),
  told(limit, 'round.RD-2012-001', '2012-05-04', limitEvents.LimitOpened({ subject: 'round RD-2012-001', unit: 'GBP', bucket: 'allocated', amount: 10_000_000 })),
  told(application, bid, '2012-05-20', applicationEvents.ApplicationNominated({ programme: of.programme, budget, organisation: eastRiding, organisationName: toEastRiding.recipientName, organisationType: 'unitary', title: 'Shared back office', source: 'open-call', partners })),
  told(application, otherBid, '2012-05-21', applicationEvents.ApplicationNominated({ programme: of.programme, budget, organisation: birmingham, organisationName: toBirmingham.recipientName, organisationType: 'metropolitan', title: 'Loyalty reward scheme', source: 'officers', partners: [] })),
  told(award, first, '2012-06-01', awardEvents.AwardRecommended({ ...toEastRiding, ...terms, application: bid, title: 'Shared back office', partners })),
  told(application, bid, '2012-06-01', applicationEvents.ApplicationTakenForward({ award: first })),
  told(award, second, '2012-06-01', awardEvents.AwardRecommended({ ...toBirmingham, ...terms, application: otherBid, title: 'Loyalty reward scheme', partners: [] })),
  told(application, otherBid, '2012-06-01', applicationEvents.ApplicationTakenForward({ award: second })),
  told(award, first, '2012-06-20', awardEvents.AwardPutToBoard({ body: toCode('board'), bodyName: 'Improvement Board', meeting: 'July 2012', item: '4', ask: 'confirm', recipientName: toEastRiding.recipientName })),
  told(decision, 'DC-2012-001', '2012-07-10', decisionEvents.DecisionRecorded({ award: first, decidedBy: toCode('board'), decidedByName: 'Improvement Board', recordedBy: toPerson('secretary'), meeting: 'July 2012', item: '4', verb: 'confirmed', minute: '4.2' })),
  { ...told(award, first, '2012-07-10', awardEvents.AwardApproved({ ...toEastRiding, ...byBoard, programme: of.programme, title: 'Shared back office', ceiling: pounds(20_000) })), recorded: '2012-07-16T09:00:00.000Z' },
  told(award, second, '2012-07-16', awardEvents.AwardApproved({ ...toBirmingham, ...byBoard, programme: of.programme, title: 'Loyalty reward scheme', ceiling: pounds(20_000) })),
  told(award, first, '2012-07-20', awardEvents.MatchConditionSet({ ratio: 100, payableBeforeVerified: 50, recipientName: toEastRiding.recipientName }), awardEvents.AmountProposed({ amount: pounds(18_000), ceiling: pounds(20_000), recipientName: toEastRiding.recipientName })),
  told(award, first, '2012-07-21', awardEvents.AmountAgreed({ amount: pounds(18_000), ceiling: pounds(20_000), recipientName: toEastRiding.recipientName })),
  told(award, first, '2012-07-22', awardEvents.AgreementOffered({ ...toEastRiding, amount: pounds(18_000), instrument: 'memorandum-of-agreement', document: 'MOA 1', acceptBy: toDate('2012-08-31') })),
  told(award, first, '2012-08-01', awardEvents.AgreementSigned({ ...toEastRiding, amount: pounds(18_000), ceiling: pounds(20_000), released: pounds(2_000), returnedTo: 'round', matchRequired: pounds(18_000), instrument: 'memorandum-of-agreement', document: 'MOA 1 signed' })),
  told(match, first, '2012-08-05', matchEvents.MatchPledged({ ...er, amount: pounds(12_000) }), matchEvents.MatchPledged({ ...sc, amount: pounds(8_000) })),
  told(match, first, '2012-08-10', matchEvents.MatchEvidenced({ ...er, evidence: toReference('EV', 'EV-2012-001'), amount: pounds(12_000), document: 'Invoice 7' })),
  told(match, first, '2012-08-12', matchEvents.MatchVerified({ ...er, evidence: toReference('EV', 'EV-2012-001'), accepted: pounds(10_000), rejected: pounds(2_000), met: pounds(10_000), gap: pounds(8_000) })),
  told(payment, paid, '2012-08-20', paymentEvents.PaymentAuthorised({ ...paying, amount: pounds(9_000), authorisedBy: toPerson('finance') })),
  told(payment, paid, '2012-08-21', paymentEvents.PaymentReleased({ ...paying, amount: pounds(9_000), releasedBy: toPerson('releaser') })),
  told(payment, paid, '2012-08-24', paymentEvents.PaymentSettled({ ...paying, amount: pounds(9_000), bankReference: 'BACS 1' })),
  told(payment, cancelled, '2012-08-25', paymentEvents.PaymentAuthorised({ ...paying, amount: pounds(1_000), authorisedBy: toPerson('finance') })),
  told(payment, cancelled, '2012-08-26', paymentEvents.PaymentCancelled({ ...paying, amount: pounds(1_000), reason: 'Typed twice', returnedTo: 'award' })),
  told(award, second, '2012-09-01', awardEvents.AwardWithdrawn({ ...toBirmingham, released: pounds(20_000), returnedTo: 'round', reason: 'Another priority', withdrawnBy: 'recipient', stage: 'approved' })),
];
export { first as jointAward, second as withdrawnAward, budget as futureBudget };
