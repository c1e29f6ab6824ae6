import { toDate, toReference } from '#kernel';
import { application, applicationEvents } from '#domain/applications';
import { organisation, organisationEvents as happened } from '#domain/organisations';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { experts } from '../testing/experts.js';
import { answerOf, kept, told, type Told } from '../testing/told.js';
import { breakdown, organisationPage, registerViews, search } from './index.js';

const [somerton, langport, committee, levels] = [toReference('OR', 'OR-2012-001'), toReference('OR', 'OR-2012-002'), toReference('OR', 'OR-2012-003'), toReference('OR', 'OR-2019-001')];
const reason = 'The structural changes order';
const bySomerton = { organisation: somerton, name: 'Somerton District Council' };
const byLangport = { organisation: langport, name: 'Langport District Council' };
const byLevels = { organisation: levels, name: 'Levels Council' };
const registered = (ref: string, on: string, name: string, type: 'district' | 'joint-body' | 'unitary'): Told => told(organisation, ref, on, happened.OrganisationRegistered({ name, type, region: 'South West' }));

/** Two districts with a joint committee, and the council that came after all three. */
const history: readonly Told[] = [
  registered(somerton, '2012-01-10', bySomerton.name, 'district'),
  registered(langport, '2012-01-10', byLangport.name, 'district'),
  registered(committee, '2012-01-10', 'Levels Joint Committee', 'joint-body'),
  told(organisation, somerton, '2012-02-01', happened.IdentifierRecorded({ name: bySomerton.name, register: 'ons', identifier: 'E07000001', from: toDate('2009-04-01') })),
  told(organisation, somerton, '2012-02-02', happened.IdentifierRecorded({ name: bySomerton.name, register: 'company', identifier: '00123456' })),
  told(organisation, somerton, '2012-03-01', happened.NamePrinted({ name: 'Sommerton DC', document: 'Board paper of 13 June 2012' })),
  told(organisation, committee, '2012-04-01', happened.MembersNamed({ name: 'Levels Joint Committee', members: [bySomerton, byLangport] })),
  told(organisation, committee, '2014-04-01', happened.MembersNamed({ name: 'Levels Joint Committee', members: [byLangport] })),
  { ...told(organisation, somerton, '2013-04-01', happened.OrganisationReclassified({ name: bySomerton.name, formerType: 'district', type: 'unitary', reason })), recorded: '2015-01-05T09:00:00.000Z' },
  told(organisation, somerton, '2018-01-01', happened.IdentifierEnded({ name: bySomerton.name, register: 'ons', identifier: 'E07000001', until: toDate('2015-04-01'), reason: 'The boundary moved' })),
  registered(levels, '2019-04-01', byLevels.name, 'unitary'),
  told(organisation, somerton, '2019-04-01', happened.OrganisationSucceeded({ name: bySomerton.name, successors: [byLevels], reason })),
  told(organisation, langport, '2019-04-01', happened.OrganisationSucceeded({ name: byLangport.name, successors: [byLevels], reason })),
];

describe('The register of organisations', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, registerViews, history));
  });
  afterAll(() => opened.close());

  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, { on, known }: { on?: string; known?: string } = {}): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }
  const page = (ref: string, clocks = {}) => asked(organisationPage, { organisation: ref }, clocks);

  it('an identifier keeps its zeros, the day from which it was so and the day on which it ended', async () => {
    expect((await page(somerton))?.identifiers).toEqual([
      { register: 'ons', registerName: 'the statistics office’s codes of areas', identifier: 'E07000001', fromOn: '2009-04-01', untilOn: '2015-04-01', reason: 'The boundary moved' },
      { register: 'company', registerName: 'the register of companies', identifier: '00123456', fromOn: '2012-02-02', untilOn: null, reason: null },
    ]);
    expect((await page(somerton, { on: '2015-03-31' }))?.identifiers.map(({ untilOn }) => untilOn)).toEqual([null, null]);
    expect((await page(somerton, { on: '2012-02-01' }))?.identifiers.map(({ identifier }) => identifier)).toEqual(['E07000001']);
    expect((await page(somerton, { known: '2012-01-31' }))?.identifiers).toEqual([]);
  });

  it('a body was of another type before the day on which it became one, also where that was recorded late', async () => {
    expect(await page(somerton)).toMatchObject({ type: 'unitary', types: [{ type: 'district', reason: null }, { type: 'unitary', fromOn: '2013-04-01', reason }] });
    expect(await page(somerton, { on: '2013-03-31' })).toMatchObject({ type: 'district', types: [{ type: 'district' }] });
    expect(await page(somerton, { on: '2013-04-01' })).toMatchObject({ type: 'unitary' });
    expect(await page(somerton, { on: '2013-04-01', known: '2014-12-31' })).toMatchObject({ type: 'district' });
  });

  it('a name is kept as each document prints it, beside the name', async () => {
    expect(await page(somerton)).toMatchObject({ name: bySomerton.name, printedNames: [{ name: 'Sommerton DC', document: 'Board paper of 13 June 2012', recordedOn: '2012-03-01' }] });
  });

  it('a joint body has the members that were named last, and each of them knows what it is part of', async () => {
    expect((await page(committee))?.members).toEqual([{ ...byLangport, sinceOn: '2014-04-01' }]);
    expect((await page(committee, { on: '2014-03-31' }))?.members.map(({ name }) => name)).toEqual([bySomerton.name, byLangport.name]);
    expect((await page(committee, { on: '2012-03-31' }))?.members).toEqual([]);
    expect((await page(langport))?.memberOf).toEqual([{ organisation: committee, name: 'Levels Joint Committee', sinceOn: '2014-04-01' }]);
    expect((await page(somerton))?.memberOf).toEqual([]);
    expect((await page(somerton, { on: '2014-03-31' }))?.memberOf.map(({ organisation: of }) => of)).toEqual([committee]);
  });

  it('successors and predecessors know each other from the day of the order on', async () => {
    expect((await page(somerton))?.successors).toEqual([{ ...byLevels, sinceOn: '2019-04-01', reason }]);
    expect((await page(levels))?.predecessors.map(({ name }) => name)).toEqual([bySomerton.name, byLangport.name]);
    expect((await page(somerton, { on: '2019-03-31' }))?.successors).toEqual([]);
    expect(await page(levels, { on: '2019-03-31' })).toBeUndefined();
  });

  it('a body is found by a printed name and by an identifier, as known then', async () => {
    const found = async (words: string, clocks = {}) => (await asked(search, { words }, clocks)).found.map(({ reference, name }) => `${reference} ${name}`);
    expect(await found('sommerton')).toEqual([`${somerton} ${bySomerton.name}`]);
    expect(await found('00123456')).toEqual([`${somerton} ${bySomerton.name}`]);
    expect(await found('sommerton district')).toEqual([`${somerton} ${bySomerton.name}`]);
    expect(await found('langport sommerton')).toEqual([]);
    expect(await found('sommerton', { known: '2012-02-28' })).toEqual([]);
  });
});

/** An application that a recommendation takes forward is told with it. */
const forward = ({ ref, on, events }: Told): readonly Told[] =>
  events.filter(({ type }) => type === 'AwardRecommended').map(({ data }) => told(application, (data as { readonly application: string }).application, on, applicationEvents.ApplicationTakenForward({ award: toReference('AW', ref) })));
const takenForward = experts.flatMap((each) => [each, ...forward(each)]);

describe('Who applied, by type and by region', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, registerViews, takenForward));
  });
  afterAll(() => opened.close());

  async function of(about: string, { on, known }: { on?: string; known?: string } = {}) {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(breakdown, { about }, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }
  const parts = (applications: number, awards: number) => ({ applications, awards, byType: [{ of: 'metropolitan', applications, awards }], byRegion: [{ of: null, applications, awards }] });

  it('counts the applications of a programme or of a round, and the awards that stand', async () => {
    expect(await of('PRODEXP')).toEqual(parts(3, 2));
    expect(await of('RD-2017-001')).toEqual(parts(3, 2));
    expect(await of('NOWHERE')).toEqual({ applications: 0, awards: 0, byType: [], byRegion: [] });
  });

  it('counts what was so on a day, as far as it was known', async () => {
    expect(await of('PRODEXP', { on: '2017-05-19' })).toEqual(parts(3, 0));
    expect(await of('PRODEXP', { on: '2017-05-20' })).toEqual(parts(3, 2));
    expect(await of('PRODEXP', { on: '2017-05-20', known: '2017-05-31' })).toEqual(parts(3, 1));
    expect(await of('PRODEXP', { on: '2017-04-19' })).toEqual({ applications: 0, awards: 0, byType: [], byRegion: [] });
  });
});
