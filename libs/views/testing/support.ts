import { gbp, nil, toCode, toDate, toPerson, toReference } from '#kernel';
import { award, awardEvents } from '#domain/awards';
import { queue, queueEvents } from '#domain/limits';
import { programme, programmeEvents } from '#domain/programmes';
import { advice, adviceEvents, cohort, cohortEvents, daysLog, daysLogEvents, framework, frameworkEvents } from '#domain/support';
import { told, type Told } from './told.js';

const DESIGN = toCode('DESIGN');
export const [oxford, exeter] = [toReference('AW', 'AW-2014-001'), toReference('AW', 'AW-2014-002')];
export const [first, second, third] = [toReference('CH', 'CH-2014-001'), toReference('CH', 'CH-2014-002'), toReference('CH', 'CH-2014-003')];
export const switching = toReference('FW', 'FW-2014-001');
const bodies = ['Oxford City Council', 'Exeter City Council', 'Essex County Council', 'Stroud District Council'].map((organisationName, i) => ({ organisation: toReference('OR', `OR-2014-00${i + 1}`), organisationName }));
const [toOxford, toExeter, essex, stroud] = bodies as unknown as readonly [Body, Body, Body, Body];
type Body = (typeof bodies)[number];
const adviser = toReference('EX', 'EX-2014-001');

const budget = { fund: toCode('GROWTH'), financialYear: 'FY1314', round: toReference('RD', 'RD-2013-001') };
const recommended = ({ organisation, organisationName }: Body, dayRate?: number) =>
  awardEvents.AwardRecommended({
    recipient: organisation, recipientName: organisationName, budget, programme: DESIGN, application: toReference('AP', 'AP-2014-001'), title: 'Growth', partners: [], awardCeiling: nil, instrument: 'none', recommendedBy: toPerson('officer'),
    support: [{ kind: 'days', upTo: 1_400, ...(dayRate === undefined ? {} : { dayRate: gbp(dayRate), valuedFor: 'subsidy' }) }],
  });
const approved = ({ organisation, organisationName }: Body, days: number) =>
  awardEvents.AwardApproved({
    recipient: organisation, recipientName: organisationName, budget, programme: DESIGN, title: 'Growth', ceiling: nil, days, verb: 'approved', decidedBy: toCode('board'), decidedByName: 'Board',
    authority: { kind: 'board', decision: toReference('DC', 'DC-2014-001'), body: toCode('board'), meeting: 'January', item: '1', minute: '1' },
  });
const ofAward = (of: typeof oxford, { organisation, organisationName }: Body) => ({ award: of, programme: DESIGN, recipient: organisation, recipientName: organisationName });
const logged = (number: number, days: number, left: number) =>
  daysLogEvents.DaysLogged({ ...ofAward(oxford, toOxford), number, days, workedOn: toDate('2014-02-01'), what: 'Housing', left, loggedBy: toPerson('officer'), expert: adviser });

const of = (name: string) => ({ programme: DESIGN, name });
const booked = (name: string, body: Body, places: number, from: 'open' | 'waiting-list' = 'open') => cohortEvents.PlaceBooked({ ...of(name), ...body, places, from });
const inLine = ({ organisation, organisationName }: Body) => ({ who: organisation, name: organisationName, places: 1 });
const energy = { programme: DESIGN, name: 'Energy switching' };

const all: readonly Told[] = [
  told(programme, DESIGN, '2014-01-02', programmeEvents.TargetSet({ programme: DESIGN, financialYear: 'FY1314', target: { kind: 'councils', atLeast: 2 } })),
  told(award, oxford, '2014-01-10', recommended(toOxford, 50_001)),
  told(award, exeter, '2014-01-10', recommended(toExeter)),
  told(award, oxford, '2014-01-20', approved(toOxford, 1_400)),
  told(award, exeter, '2014-01-20', approved(toExeter, 1_000)),
  told(daysLog, oxford, '2014-02-01', logged(1, 400, 1_000)),
  { ...told(daysLog, oxford, '2014-02-05', logged(2, 650, 350)), recorded: '2014-02-20T10:00:00.000Z' },
  told(daysLog, oxford, '2014-02-21', daysLogEvents.DaysCorrected({ ...ofAward(oxford, toOxford), number: 2, days: 50, left: 400, reason: 'Half a day less', expert: adviser })),
  told(daysLog, oxford, '2014-02-22', daysLogEvents.DaysReleased({ ...ofAward(oxford, toOxford), days: 300, left: 100, reason: 'Done' })),
  told(award, exeter, '2014-02-25', awardEvents.AwardClosed({ recipient: toExeter.organisation, recipientName: toExeter.organisationName, budget, released: nil, returnedTo: 'round', daysReleased: 1_000 })),

  told(cohort, first, '2014-01-05', cohortEvents.CohortPlanned({ ...of('One'), label: 'West Midlands', places: 20 })),
  told(cohort, second, '2014-01-05', cohortEvents.CohortPlanned({ ...of('Two') })),
  told(cohort, third, '2014-01-05', cohortEvents.CohortPlanned({ ...of('Three'), theme: 'Homes' })),
  told(cohort, first, '2014-01-06', cohortEvents.CohortOpened({ ...of('One'), label: 'West Midlands', places: 20, ours: 3, startsOn: toDate('2014-01-15') }), booked('One', toOxford, 2), booked('One', toExeter, 1)),
  told(queue, first, '2014-01-07', queueEvents.QueueJoined({ holder: first, ...inLine(essex), because: 'Full' }), queueEvents.QueueJoined({ holder: first, ...inLine(stroud), because: 'Full' })),
  told(cohort, first, '2014-01-08', cohortEvents.CohortEnlarged({ ...of('One'), before: 3, after: 4, because: 'A sponsor', sponsor: stroud.organisation, sponsorName: stroud.organisationName })),
  told(queue, first, '2014-01-08', queueEvents.QueueAdvanced({ holder: first, called: [inLine(essex)], because: 'Enlarged' })),
  told(cohort, first, '2014-01-09', booked('One', essex, 1, 'waiting-list')),
  told(queue, first, '2014-01-09', queueEvents.KeptPlaceTaken({ holder: first, ...inLine(essex), because: 'booked' })),
  told(queue, 'RD-2013-001', '2014-01-09', queueEvents.QueueJoined({ holder: 'RD-2013-001', ...inLine(essex), because: 'A round has a list of its own' })),
  told(cohort, first, '2014-01-10', cohortEvents.PlaceGivenUp({ ...of('One'), ...toExeter, places: 1, reason: 'Ill' })),
  told(cohort, second, '2014-02-01', cohortEvents.CohortOpened({ ...of('Two'), ours: 5, startsOn: toDate('2014-02-10') }), booked('Two', toOxford, 2)),
  told(cohort, first, '2014-02-20', cohortEvents.CohortCompleted({ ...of('One'), graduates: [{ ...toOxford, places: 1 }, { ...essex, places: 1 }] })),
  told(cohort, first, '2014-03-01', cohortEvents.AlumniJoined({ ...of('One'), ...essex, places: 1 })),

  told(framework, switching, '2014-01-03', frameworkEvents.FrameworkPlanned({ ...energy, launchesOn: toDate('2014-01-20') })),
  told(framework, switching, '2014-01-20', frameworkEvents.FrameworkLaunched({ ...energy, charge: nil, partners: [{ ...stroud, role: 'broker' }] })),
  told(framework, switching, '2014-01-21', frameworkEvents.FrameworkJoined({ ...energy, ...essex }), frameworkEvents.FrameworkJoined({ ...energy, ...toOxford }), frameworkEvents.FrameworkJoined({ ...energy, ...toExeter })),
  told(framework, switching, '2014-01-25', frameworkEvents.FrameworkLeft({ ...energy, ...toExeter, reason: 'Buys alone' })),
  told(framework, switching, '2014-02-18', frameworkEvents.CallOffMade({ ...energy, ...essex, number: 1, what: 'Auction' }), frameworkEvents.CallOffMade({ ...energy, ...essex, number: 2, what: 'Gas', value: gbp(10_000) })),
  told(framework, switching, '2014-03-01', frameworkEvents.OutcomePerPersonReported({ ...energy, people: 130_000, qualifier: 'about', each: gbp(12_500), period: 'a year', total: gbp(1_625_000_000), document: 'Paper 4' })),

  told(advice, 'AD-2014-001', '2014-01-15', adviceEvents.AdviceGiven({ programme: DESIGN, topic: 'Evidence', ...toOxford, expert: adviser, days: 50 })),
  told(advice, 'AD-2014-002', '2014-02-15', adviceEvents.AdviceGiven({ programme: DESIGN, topic: 'Evidence', bodies: { least: 12, most: 15 } })),
];

/** Days of two awards, three cohorts, a framework and some advice: 2014, in the order of recording. */
export const support = all.toSorted((a, b) => ((a.recorded ?? a.on) < (b.recorded ?? b.on) ? -1 : (a.recorded ?? a.on) > (b.recorded ?? b.on) ? 1 : 0));
