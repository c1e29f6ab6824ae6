import { gbp, toCode, toPerson, toReference } from '#kernel';
import { application, applicationEvents } from '#domain/applications';
import { assessment, assessmentEvents } from '#domain/assessments';
import { award, awardEvents } from '#domain/awards';
import { match, matchEvents } from '#domain/match-funding';
import { organisation, organisationEvents } from '#domain/organisations';
import { fund, fundEvents, programme, programmeEvents, round, roundEvents } from '#domain/programmes';
import { saving, savingEvents } from '#domain/savings';
import { assignment, assignmentEvents, expert, expertEvents } from '#domain/support';
import { told, type Told } from './told.js';

const pounds = (amount: number) => gbp(amount * 100);
const PRODEXP = toCode('PRODEXP');
const budget = { fund: toCode('SUPPORT'), financialYear: 'FY1718', round: toReference('RD', 'RD-2017-001') };
const [leeds, lambeth, southwark] = [toReference('OR', 'OR-2017-001'), toReference('OR', 'OR-2017-002'), toReference('OR', 'OR-2017-003')];
const [toLeeds, toLambeth] = [toReference('AW', 'AW-2017-001'), toReference('AW', 'AW-2017-002')];
const [bidOfLeeds, bidOfLambeth, bidOfSouthwark] = [toReference('AP', 'AP-2017-001'), toReference('AP', 'AP-2017-002'), toReference('AP', 'AP-2017-003')];
const advising = toReference('EX', 'EX-2017-001');
const names = { [leeds]: 'Leeds City Council', [lambeth]: 'Lambeth Council', [southwark]: 'Southwark Council' } as Readonly<Record<string, string>>;
const nameOf = (body: string): string => names[body] ?? '';
const terms = { kind: 'fixed', amount: pounds(6_000) } as const;
const matchRule = { ratio: 100, payableBeforeVerified: 50, from: 'public-bodies' } as const;
const partners = [{ organisation: southwark, name: nameOf(southwark), type: 'london-borough', role: 'joint-applicant' }] as const;
const person = toPerson('assessor');

const about = (body: typeof leeds) => ({ recipient: body, recipientName: nameOf(body), budget });
const scores = (impact: number, cost: number) => [{ criterion: toCode('impact'), name: 'Impact', weight: 60, score: impact }, { criterion: toCode('cost'), name: 'Cost', weight: 40, score: cost }];
const nominated = (ref: string, body: typeof leeds, title: string, of: typeof partners | readonly [] = []): Told =>
  told(application, ref, '2017-04-20', applicationEvents.ApplicationNominated({ programme: PRODEXP, budget, organisation: body, organisationName: nameOf(body), organisationType: 'metropolitan', title, source: 'open-call', partners: of }));
const assessed = (ref: typeof bidOfLeeds, body: typeof leeds, impact: number, cost: number, by = person): Told =>
  told(assessment, budget.round, '2017-05-02', assessmentEvents.ApplicationAssessed({ round: budget.round, application: ref, organisationName: nameOf(body), assessedBy: by, scores: scores(impact, cost), points: 60 * impact + 40 * cost, outOf: 500 }));
const recommended = (ref: string, bid: typeof bidOfLeeds, body: typeof leeds, title: string, of: typeof partners | readonly [] = []): Told =>
  told(award, ref, '2017-05-10', awardEvents.AwardRecommended({ ...about(body), application: bid, programme: PRODEXP, title, partners: of, awardCeiling: pounds(6_000), instrument: 'grant-agreement', recommendedBy: toPerson('officer'), terms, matchRule }));
const authority = { kind: 'board', decision: toReference('DC', 'DC-2017-001'), body: toCode('board'), meeting: 'May 2017', item: '1', minute: '1' } as const;
const approved = (ref: string, body: typeof leeds, title: string): Told =>
  told(award, ref, '2017-05-20', awardEvents.AwardApproved({ ...about(body), programme: PRODEXP, title, ceiling: pounds(6_000), decidedBy: toCode('board'), decidedByName: 'Board', verb: 'approved', authority }));

const forWhom = { programme: PRODEXP, award: toLeeds, recipient: leeds, recipientName: nameOf(leeds), kind: 'savings-or-income', period: { kind: 'year', financialYear: 'FY1718' } } as const;
const ofProgramme = { programme: PRODEXP, kind: 'cashable', attribution: 'contributed-to', document: 'Evaluation', forecastBy: toPerson('officer') } as const;

/** Two awards of Productivity Experts (paper of 11 July 2017, paragraphs 25 to 27): fixed sums, a competition, a pool, targets and savings. Names, scores and dates assumed. */
export const experts: readonly Told[] = [
  ...[leeds, lambeth, southwark].map((body) => told(organisation, body, '2017-04-01', organisationEvents.OrganisationRegistered({ name: nameOf(body), type: body === leeds ? 'metropolitan' : 'london-borough' }))),
  told(fund, budget.fund, '2017-04-01', fundEvents.FundOpened({ fund: budget.fund, name: 'Support' }), fundEvents.BudgetSet({ fund: budget.fund, financialYear: 'FY1718', amount: pounds(200_000), kind: 'original' })),
  told(programme, PRODEXP, '2017-04-02', programmeEvents.ProgrammeDefined({ programme: PRODEXP, name: 'Productivity Experts', purpose: 'Experts for councils', awardCeiling: pounds(6_000), instrument: 'grant-agreement' })),
  told(programme, PRODEXP, '2017-04-03', programmeEvents.TargetSet({ programme: PRODEXP, financialYear: 'FY1718', target: { kind: 'councils', atLeast: 20 } })),
  told(programme, PRODEXP, '2017-04-04', programmeEvents.TargetSet({ programme: PRODEXP, financialYear: 'FY1718', target: { kind: 'councils', atLeast: 25 }, before: { kind: 'councils', atLeast: 20 } }), programmeEvents.TargetSet({ programme: PRODEXP, financialYear: 'FY1718', target: { kind: 'savings', atLeast: pounds(25_000_000) } })),
  told(round, budget.round, '2017-04-05', roundEvents.RoundOpened({ programme: PRODEXP, name: '2017/18', budget, allocation: pounds(150_000), terms, matchRule })),
  told(round, budget.round, '2017-04-06', roundEvents.CriteriaSet({ round: budget.round, name: '2017/18', criteria: [{ code: toCode('price'), name: 'Price', weight: 100 }], highestScore: 10 })),
  told(round, budget.round, '2017-04-07', roundEvents.CriteriaSet({ round: budget.round, name: '2017/18', criteria: [{ code: toCode('impact'), name: 'Impact', weight: 60 }, { code: toCode('cost'), name: 'Cost', weight: 40 }], highestScore: 5 })),
  nominated(bidOfLeeds, leeds, 'Fees and charges'),
  nominated(bidOfLambeth, lambeth, 'Digital front door', partners),
  nominated(bidOfSouthwark, southwark, 'Crèches'),
  assessed(bidOfLeeds, leeds, 5, 4),
  assessed(bidOfLeeds, leeds, 4, 4, toPerson('assessor-2')),
  assessed(bidOfLambeth, lambeth, 4, 3),
  assessed(bidOfSouthwark, southwark, 1, 1),
  told(assessment, budget.round, '2017-05-03', assessmentEvents.AssessmentRevised({ round: budget.round, application: bidOfSouthwark, organisationName: nameOf(southwark), assessedBy: person, scores: scores(2, 2), before: 100, points: 200, outOf: 500, reason: 'Misread the budget' })),
  told(assessment, budget.round, '2017-05-04', assessmentEvents.ApplicationsRanked({
    round: budget.round, places: 1, reserve: 1,
    ranks: [
      { application: bidOfLeeds, organisationName: nameOf(leeds), total: 860, assessors: 2, points: 8_600, rank: 1, placed: 'recommended' },
      { application: bidOfLambeth, organisationName: nameOf(lambeth), total: 360, assessors: 1, points: 7_200, rank: 2, placed: 'reserve' },
      { application: bidOfSouthwark, organisationName: nameOf(southwark), total: 200, assessors: 1, points: 4_000, rank: 3, placed: 'not-placed' },
    ],
  })),
  told(assessment, budget.round, '2017-05-05', assessmentEvents.ApplicationTakenFromReserve({ round: budget.round, application: bidOfLambeth, organisationName: nameOf(lambeth), rank: 2, reason: 'There is money for two' })),
  recommended(toLeeds, bidOfLeeds, leeds, 'Fees and charges'),
  recommended(toLambeth, bidOfLambeth, lambeth, 'Digital front door', partners),
  approved(toLeeds, leeds, 'Fees and charges'),
  { ...approved(toLambeth, lambeth, 'Digital front door'), recorded: '2017-06-05T09:00:00.000Z' },
  told(match, toLambeth, '2017-06-06', matchEvents.MatchSplit({ award: toLambeth, required: pounds(6_000), shares: [{ source: lambeth, sourceName: nameOf(lambeth), amount: pounds(4_000) }, { source: southwark, sourceName: nameOf(southwark), amount: pounds(2_000) }] })),
  told(match, toLambeth, '2017-06-07', matchEvents.MatchPledged({ award: toLambeth, source: lambeth, sourceName: nameOf(lambeth), amount: pounds(4_000) })),
  told(expert, advising, '2017-06-01', expertEvents.ExpertAddedToPool({ programme: PRODEXP, title: 'Commercial adviser' })),
  told(assignment, toLeeds, '2017-06-10', assignmentEvents.ExpertAssigned({ award: toLeeds, programme: PRODEXP, ...about(leeds), expert: advising, title: 'Commercial adviser' })),
  told(saving, 'SV-2017-001', '2017-06-20', savingEvents.SavingForecast({ ...forWhom, amount: pounds(1_558_800), qualifier: 'exact', attribution: 'attributable', document: 'Business case', forecastBy: toPerson('officer') })),
  told(saving, 'SV-2017-002', '2017-06-21', savingEvents.SavingForecast({ ...ofProgramme, amount: pounds(133_000_000), qualifier: 'about', period: { kind: 'lifetime', of: 'the programme' } })),
  told(saving, 'SV-2017-001', '2017-07-01', savingEvents.SavingClaimed({ ...forWhom, claim: 1, amount: pounds(1_000_000), newlyForecast: pounds(0), document: 'Accounts', claimedBy: toPerson('officer') })),
  told(saving, 'SV-2017-001', '2017-07-05', savingEvents.SavingValidated({ ...forWhom, claim: 1, accepted: pounds(900_000), rejected: pounds(100_000), reason: 'Counted twice', validatedBy: toPerson('validator') })),
];
export { bidOfLambeth, bidOfLeeds, bidOfSouthwark, toLambeth, toLeeds, budget as expertsBudget };
