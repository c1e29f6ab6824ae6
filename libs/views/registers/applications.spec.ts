import { toCode, toReference } from '#kernel';
import { application, applicationEvents, entries, entriesEvents, profile, profileEvents, type Verdict } from '#domain/applications';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { answerOf, kept, told } from '../testing/told.js';
import { answersPage, applicationPage, applicationsList, eligibility, intake, profilePage, registerViews } from './index.js';

const round = toReference('RD', 'RD-2014-001');
const [first, second] = [toReference('AP', 'AP-2014-001'), toReference('AP', 'AP-2014-002')];
const [north, south] = [toReference('OR', 'OR-2014-001'), toReference('OR', 'OR-2014-002')];
const budget = { fund: toCode('HOMES'), financialYear: 'FY1314', round };
const homes = (number: number) => [{ question: toCode('homes'), answer: { kind: 'number', number } }] as const;
const verdict = (number: number): Verdict => ({ rule: toCode('HOMES'), version: 1, effect: 'flags', met: number >= 500, reason: `The answer to homes is ${number}` });
const came = { programme: toCode('HOUSINV'), budget, organisationType: 'district', title: 'Homes', route: 'expression-of-interest', reused: [], formVersion: 1, termsVersion: 1 } as const;
const ofNorth = { organisation: north, organisationName: 'North' };
const partner = { organisation: south, name: 'South', type: 'district', role: 'partner' } as const;

const history = [
  told(application, first, '2014-02-03', applicationEvents.ApplicationSubmitted({ ...came, ...ofNorth, partners: [partner], answers: homes(400), verdicts: [verdict(400)], region: 'North West' })),
  told(entries, round, '2014-02-03', entriesEvents.ApplicationEntered({ round, application: first, ...ofNorth, number: 1, bodies: 2 })),
  told(profile, north, '2014-02-03', profileEvents.AnswersKept({ ...ofNorth, answers: homes(400), from: first })),
  told(application, second, '2014-02-04', applicationEvents.ApplicationSubmitted({ ...came, organisation: south, organisationName: 'South', partners: [], answers: homes(900), verdicts: [verdict(900)], lateBecause: 'Snow' })),
  told(entries, round, '2014-02-04', entriesEvents.ApplicationEntered({ round, application: second, organisation: south, organisationName: 'South', number: 2, bodies: 5 })),
  told(application, first, '2014-02-10', applicationEvents.ApplicationReturned({ organisationName: 'North', reason: 'Count flats too' })),
  told(application, first, '2014-02-17', applicationEvents.ApplicationResubmitted({
    organisationName: 'North', title: 'Homes and flats', partners: [], answers: homes(600), verdicts: [verdict(600)], formVersion: 1, termsVersion: 1, number: 2, reason: 'Flats were left out',
  })),
  told(profile, north, '2014-02-17', profileEvents.AnswersKept({ ...ofNorth, answers: homes(600), from: first })),
  told(entries, round, '2014-02-24', entriesEvents.ApplicationsScreened({
    round, version: 2, page: 1, pages: 1, results: [{ application: first, met: false, flags: 0, reasons: 'LAND of version 2: No land' }, { application: second, met: true, flags: 0 }],
  })),
  told(entries, round, '2014-03-03', entriesEvents.CountStated({ round, document: 'Board paper', stated: 3, listed: 2, bodiesStated: 8, bodies: 7 })),
  told(application, second, '2014-03-10', applicationEvents.ApplicationWithdrawn({ organisationName: 'South', reason: 'No land' })),
  told(application, toReference('AP', 'AP-2014-003'), '2014-03-11', applicationEvents.ApplicationNominated({
    programme: came.programme, budget: { ...budget, round: toReference('RD', 'RD-2014-002') }, ...ofNorth, organisationType: 'district', title: 'Older', source: 'officers', partners: [],
  })),
];

describe('The register of applications', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, registerViews, history));
  });
  afterAll(() => opened.close());

  const now = async <Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object) => answerOf(await views.ask(question, input));
  async function known<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, day: string): Promise<Answer> {
    const read = await readKnownAt(day, store);
    if (!read.ok) throw new Error(read.message);
    return answerOf(await views.ask(question, input, { knownAt: read.position }));
  }
  async function asOf<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, day: string): Promise<Answer> {
    const read = await readAsOf(day, store);
    if (!read.ok) throw new Error(read.message);
    return answerOf(await views.ask(question, input, { asOf: read.asOf }));
  }

  it('lists how each came, whether late, and how it stands by the rules', async () => {
    const { rows } = await now(applicationsList, { round });
    expect(rows).toMatchObject([
      { reference: first, title: 'Homes and flats', route: 'expression-of-interest', source: 'expression-of-interest', late: null, eligibility: 'not-eligible', flags: 0, sent: 2, returned: null },
      { reference: second, late: 'Snow', stage: 'withdrawn', eligibility: 'eligible', sent: 1 },
    ]);
    expect((await now(applicationsList, { programme: 'HOUSINV', stage: 'nominated' })).rows).toMatchObject([{ reference: first }, { route: 'nomination', source: 'officers', eligibility: 'no-rules' }]);
  });

  it('shows each as it stood, on both clocks', async () => {
    const on = async (day: string) => [await known(applicationPage, { application: first }, day), await asOf(applicationPage, { application: first }, day)];
    for (const page of await on('2014-02-09')) expect(page).toMatchObject({ title: 'Homes', eligibility: 'flagged', flags: 1, sent: 1, returned: null, partners: [{ name: 'South' }] });
    for (const page of await on('2014-02-16')) expect(page).toMatchObject({ title: 'Homes', sent: 1, returned: 'Count flats too' });
    for (const page of await on('2014-02-23')) expect(page).toMatchObject({ title: 'Homes and flats', eligibility: 'eligible', flags: 0, sent: 2, returned: null, partners: [] });
    for (const page of await on('2014-02-24')) expect(page).toMatchObject({ eligibility: 'not-eligible' });
    for (const page of await on('2014-02-02')) expect(page).toBeUndefined();
  });

  it('counts the intake of a round, beside what a document states', async () => {
    expect(await now(intake, { round })).toEqual({
      round, applications: 2, bodies: 7, waiting: 1, withdrawn: 1, declined: 0, takenForward: 0, late: 1, sentAgain: 1, returned: 0, preferred: 1, flagged: 0, notEligible: 1,
      counts: [{ document: 'Board paper', stated: 3, listed: 2, difference: 1, bodiesStated: 8, bodies: 7, on: '2014-03-03' }],
    });
    for (const page of [await known(intake, { round }, '2014-02-16'), await asOf(intake, { round }, '2014-02-16')]) {
      expect(page).toMatchObject({ applications: 2, waiting: 2, returned: 1, sentAgain: 0, preferred: 1, flagged: 1, notEligible: 0, counts: [] });
    }
  });

  it('keeps every verdict with its rule and version, and what a later screening found', async () => {
    expect(await now(eligibility, { application: first })).toEqual({
      application: first, organisationName: 'North', eligibility: 'not-eligible', flags: 0,
      verdicts: [{ rule: 'HOMES', version: 1, effect: 'flags', met: true, reason: 'The answer to homes is 600' }],
      screenings: [{ version: 2, eligibility: 'not-eligible', flags: 0, reasons: 'LAND of version 2: No land', on: '2014-02-24' }],
    });
    expect(await asOf(eligibility, { application: first }, '2014-02-09')).toMatchObject({ eligibility: 'flagged', verdicts: [{ met: false }], screenings: [] });
  });

  it('keeps the answers of each sending, and the newest of them for the next form', async () => {
    expect(await now(answersPage, { application: first })).toEqual({
      application: first, round, organisation: north, sent: 2, sentOn: '2014-02-17', formVersion: 1, termsVersion: 1, reason: 'Flats were left out',
      answers: [{ question: 'homes', answer: { kind: 'number', number: 600 }, words: '600', reused: false }],
    });
    expect(await known(answersPage, { application: first }, '2014-02-09')).toMatchObject({ sent: 1, answers: [{ words: '400' }] });
    expect(await now(profilePage, { organisation: north })).toEqual([{ question: 'homes', answer: { kind: 'number', number: 600 }, words: '600', application: first, toldOn: '2014-02-17' }]);
    expect(await known(profilePage, { organisation: north }, '2014-02-09')).toMatchObject([{ words: '400' }]);
    expect(await now(profilePage, { organisation: south })).toEqual([]);
  });
});
