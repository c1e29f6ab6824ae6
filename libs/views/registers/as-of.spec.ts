import { toCode, toDate, toReference } from '#kernel';
import { application, applicationEvents } from '#domain/applications';
import { assessment, assessmentEvents } from '#domain/assessments';
import { evaluation, evaluationEvents } from '#domain/monitoring';
import { organisation, organisationEvents } from '#domain/organisations';
import { assignment, assignmentEvents, expert, expertEvents } from '#domain/support';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { bidOfLambeth, bidOfLeeds, bidOfSouthwark, experts, expertsBudget, toLeeds } from '../testing/experts.js';
import { answerOf, kept, told, type Told } from '../testing/told.js';
import {
  applicationPage, applicationsList, assessmentsPage, awardPage, competition, organisationPage, organisationsList, poolPage, programmePage, programmesList, registerViews, roundPage,
} from './index.js';

const { round } = expertsBudget;
const [leeds, southwark] = [toReference('OR', 'OR-2017-001'), toReference('OR', 'OR-2017-003')];
const adviser = toReference('EX', 'EX-2017-001');
const programme = toCode('PRODEXP');
const helping = { award: toLeeds, programme, recipient: leeds, recipientName: 'Leeds City Council', expert: adviser, title: 'Commercial adviser' };
/** What became known on 1 September and took effect before it. */
const late = (each: Told): Told => ({ ...each, recorded: '2017-09-01T09:00:00.000Z' });

const history: readonly Told[] = [
  ...experts,
  told(assignment, toLeeds, '2017-07-10', assignmentEvents.AssignmentEnded({ ...helping, reason: 'On leave' })),
  told(assignment, toLeeds, '2017-07-20', assignmentEvents.ExpertAssigned(helping)),
  told(organisation, southwark, '2017-08-01', organisationEvents.OrganisationRenamed({ formerName: 'Southwark Council', name: 'Southwark London Borough Council' })),
  late(told(application, bidOfSouthwark, '2017-05-08', applicationEvents.ApplicationWithdrawn({ organisationName: 'Southwark Council', reason: 'No match to be had' }))),
  late(told(organisation, leeds, '2017-04-15', organisationEvents.OrganisationRenamed({ formerName: 'Leeds City Council', name: 'City of Leeds' }))),
  late(told(organisation, leeds, '2017-06-15', organisationEvents.NameWithheld({ name: 'City of Leeds', reason: 'Asked for it' }))),
  late(told(evaluation, programme, '2017-06-01', evaluationEvents.EvaluatorAppointed({ programme, organisation: southwark, organisationName: 'Southwark Council', startsOn: toDate('2017-06-01'), endsOn: toDate('2018-06-01') }))),
  late(told(expert, adviser, '2017-08-15', expertEvents.ExpertRemovedFromPool({ programme, title: 'Commercial adviser', reason: 'Retired' }))),
  late(told(assessment, round, '2017-05-03', assessmentEvents.ApplicationTakenFromReserve({ round, application: bidOfSouthwark, organisationName: 'Southwark Council', rank: 3, reason: 'Found later' }))),
];

describe('What was so on a day, in the registers', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, registerViews, history));
  });
  afterAll(() => opened.close());

  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, on?: string, known?: string): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }

  it('an application whose withdrawal was recorded months later was withdrawn on its day, and nobody knew it then', async () => {
    const stages = async (on?: string, known?: string) => (await asked(applicationsList, {}, on, known)).rows.map(({ stage }) => stage);
    expect(await stages()).toEqual(['nominated', 'nominated', 'withdrawn']);
    expect(await stages('2017-05-08')).toEqual(['nominated', 'nominated', 'withdrawn']);
    expect(await stages('2017-05-07')).toEqual(['nominated', 'nominated', 'nominated']);
    expect(await stages('2017-05-08', '2017-08-31')).toEqual(['nominated', 'nominated', 'nominated']);
    expect(await stages('2017-04-19')).toEqual([]);
    expect(await asked(applicationsList, { stage: 'withdrawn', programme }, '2017-05-08')).toMatchObject({ total: 1, rows: [{ reference: bidOfSouthwark, reason: 'No match to be had' }] });
    expect(await asked(applicationsList, { stage: 'nominated', round }, '2017-05-08')).toMatchObject({ total: 2 });
    expect(await asked(applicationsList, { stage: 'withdrawn' }, '2017-05-07')).toMatchObject({ total: 0 });
    expect(await asked(roundPage, { round }, '2017-05-07')).toMatchObject({ applications: 3, moreApplications: false });
    expect(await asked(roundPage, { round }, '2017-04-19')).toMatchObject({ applications: 0 });
    expect(await asked(applicationPage, { application: bidOfSouthwark }, '2017-05-07')).toMatchObject({ stage: 'nominated', reason: null, highestScore: 5 });
    expect(await asked(applicationPage, { application: bidOfSouthwark }, '2017-04-19')).toBeUndefined();
  });

  it('criteria count from the day on which they were set', async () => {
    expect(await asked(roundPage, { round }, '2017-04-05')).toMatchObject({ criteria: [], highestScore: null });
    expect(await asked(roundPage, { round }, '2017-04-06')).toMatchObject({ criteria: [{ code: 'price' }], highestScore: 10 });
    expect(await asked(roundPage, { round }, '2017-04-07')).toMatchObject({ criteria: [{ code: 'impact' }, { code: 'cost' }], highestScore: 5 });
  });

  it('an assessment that was revised gave other points before that day', async () => {
    const given = async (on?: string) => (await asked(assessmentsPage, { application: bidOfSouthwark }, on)).map(({ points, assessedOn, comment, scores }) => [points, assessedOn, comment, ...scores.map(({ score }) => score)]);
    expect(await given()).toEqual([[200, '2017-05-03', 'Misread the budget', 2, 2]]);
    expect(await given('2017-05-02')).toEqual([[100, '2017-05-02', null, 1, 1]]);
    expect(await given('2017-05-01')).toEqual([]);
    expect((await asked(competition, { round }, '2017-05-02')).rows.map(({ reference: of, pointsHundredths, rank }) => [of, pointsHundredths, rank])).toEqual([[bidOfLeeds, 8_600, null], [bidOfLambeth, 7_200, null], [bidOfSouthwark, 2_000, null]]);
    expect((await asked(competition, { round }, '2017-05-04', '2017-08-31')).rows.map(({ placed }) => placed)).toEqual(['recommended', 'reserve', 'not-placed']);
    expect((await asked(competition, { round }, '2017-05-04')).rows.map(({ placed }) => placed)).toEqual(['recommended', 'reserve', 'recommended']);
    expect((await asked(competition, { round }, '2017-05-05', '2017-08-31')).rows.map(({ placed }) => placed)).toEqual(['recommended', 'recommended', 'not-placed']);
    expect((await asked(competition, { round }, '2017-05-01')).rows.map(({ assessors, pointsHundredths }) => [assessors, pointsHundredths])).toEqual([[0, null], [0, null], [0, null]]);
    expect(await asked(competition, { round }, '2017-04-19')).toEqual({ rows: [], total: 0 });
  });

  it('an organisation is called by the name that it had on the day, also one that was recorded late', async () => {
    const called = async (input: object, on?: string, known?: string) => (await asked(organisationsList, input, on, known)).rows.map(({ name }) => name);
    expect(await called({})).toEqual(['City of Leeds', 'Lambeth Council', 'Southwark London Borough Council']);
    expect(await called({}, '2017-07-31')).toEqual(['City of Leeds', 'Lambeth Council', 'Southwark Council']);
    expect(await called({}, '2017-07-31', '2017-08-31')).toEqual(['Leeds City Council', 'Lambeth Council', 'Southwark Council']);
    expect(await called({}, '2017-04-14')).toEqual(['Leeds City Council', 'Lambeth Council', 'Southwark Council']);
    expect(await called({}, '2017-03-31')).toEqual([]);
    expect(await called({ name: 'Leeds' }, '2017-04-14')).toEqual(['Leeds City Council']);
    expect(await called({ name: 'Leeds' }, '2017-04-15')).toEqual([]);
    expect(await called({ name: 'City' }, '2017-04-15')).toEqual(['City of Leeds']);
    expect(await called({ name: 'City' }, '2017-04-14')).toEqual([]);
    expect(await asked(organisationPage, { organisation: leeds }, '2017-06-14')).toMatchObject({ name: 'City of Leeds', withheldOn: null, names: [{ name: 'Leeds City Council' }, { name: 'City of Leeds', fromOn: '2017-04-15' }] });
    expect(await asked(organisationPage, { organisation: leeds }, '2017-04-14')).toMatchObject({ name: 'Leeds City Council', names: [{ name: 'Leeds City Council' }] });
    expect(await asked(organisationPage, { organisation: leeds }, '2017-06-15')).toMatchObject({ withheldOn: '2017-06-15' });
    expect(await asked(organisationPage, { organisation: leeds }, '2017-03-31')).toBeUndefined();
  });

  it('an expert was in the pool and helped on some days and not on others', async () => {
    const pool = async (on?: string, known?: string) => (await asked(poolPage, { programme }, on, known)).map(({ stage, removedOn, awards }) => [stage, removedOn, ...awards.map(({ sinceOn }) => sinceOn)]);
    expect(await pool()).toEqual([['removed', '2017-08-15', '2017-07-20']]);
    expect(await pool('2017-05-31')).toEqual([]);
    expect(await pool('2017-06-01')).toEqual([['in-pool', null]]);
    expect(await pool('2017-07-09')).toEqual([['in-pool', null, '2017-06-10']]);
    expect(await pool('2017-07-10')).toEqual([['in-pool', null]]);
    expect(await pool('2017-07-20')).toEqual([['in-pool', null, '2017-07-20']]);
    expect(await pool('2017-08-15', '2017-08-31')).toEqual([['in-pool', null, '2017-07-20']]);
    expect(await pool('2017-08-15')).toEqual([['removed', '2017-08-15', '2017-07-20']]);
    expect((await asked(awardPage, { award: toLeeds }, '2017-07-15'))?.experts).toMatchObject([{ sinceOn: '2017-06-10', endedOn: '2017-07-10', reason: 'On leave' }]);
    expect((await asked(awardPage, { award: toLeeds }, '2017-06-09'))?.experts).toEqual([]);
  });

  it('a programme is listed from its day on, and has its evaluator from the day of the appointment', async () => {
    expect(await asked(programmesList, {}, '2017-04-01')).toEqual([]);
    expect(await asked(programmesList, {}, '2017-04-02')).toMatchObject([{ code: 'PRODEXP' }]);
    expect((await asked(programmePage, { programme }, '2017-05-31'))?.evaluatorName).toBeNull();
    expect((await asked(programmePage, { programme }, '2017-06-01'))?.evaluatorName).toBe('Southwark Council');
  });
});
