import { gbp, toCode, toDate, toReference } from '#kernel';
import { entries, entriesEvents } from '#domain/applications';
import { milestones, milestonesEvents } from '#domain/delivery';
import { funding, fundingEvents } from '#domain/funding';
import type { EventStore } from '#platform/event-store';
import { readKnownAt, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { answerOf, kept, told, type Told } from '../testing/told.js';
import { exceptionsList, exceptionsViews } from './index.js';

const round = toReference('RD', 'RD-2013-002');
const [growth, navigator] = [toCode('GROWTH'), toCode('KNAV')];
const counted = (on: string, document: string, stated: number, listed: number, of: { readonly bodiesStated?: number; readonly bodies: number }): Told =>
  told(entries, round, on, entriesEvents.CountStated({ round, document, stated, listed, ...of }));
const appointed = (months: number, agreedMonths: number | undefined, name: string): Told =>
  told(funding, 'FN-2012-001', '2012-11-28', fundingEvents.ContractorAppointed({
    funding: toReference('FN', 'FN-2012-001'), programme: navigator, organisation: toReference('OR', 'OR-2012-004'), organisationName: name, from: toDate('2012-11-28'), until: toDate('2015-12-31'), what: 'research', months,
    ...(agreedMonths === undefined ? {} : { agreedMonths }),
  }));

const varied = (on: string, ref: string, until: string, offeredUntil?: string): Told =>
  told(funding, ref, on, fundingEvents.FundingVaried({
    funding: toReference('FN', ref), programme: navigator, funder: toReference('OR', 'OR-2012-004'), funderName: 'The department', before: gbp(900_000), amount: gbp(900_000),
    beforeUntil: toDate('2013-11-30'), until: toDate(until), reason: 'A second year', ...(offeredUntil === undefined ? {} : { offeredUntil: toDate(offeredUntil) }),
  }));

const history: readonly Told[] = [
  told(milestones, growth, '2012-06-13', milestonesEvents.DiscrepancyNoted({ programme: growth, subject: 'the savings', printed: [{ document: 'The body of the paper', figure: '£12.2m' }, { document: 'Appendix 1', figure: '£10m' }] })),
  appointed(37, 24, 'A consultancy'),
  appointed(24, 24, 'A consultancy in time'),
  appointed(37, undefined, 'A consultancy without a term'),
  varied('2013-01-10', 'FN-2012-001', '2014-11-30', '2013-11-30'),
  varied('2013-01-11', 'FN-2012-002', '2014-11-30', '2013-11-30'),
  varied('2013-01-12', 'FN-2012-002', '2013-11-30'),
  counted('2013-11-01', 'Paper of November', 32, 33, { bodies: 40 }),
  counted('2013-11-02', 'Minutes of November', 33, 33, { bodiesStated: 39, bodies: 40 }),
  counted('2013-11-03', 'List of November', 33, 33, { bodiesStated: 40, bodies: 40 }),
  counted('2013-12-01', 'Minutes of November', 33, 33, { bodiesStated: 40, bodies: 40 }),
];

describe('What does not agree', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, exceptionsViews, history));
  });
  afterAll(() => opened.close());

  async function sentences(input: object = {}, day?: string): Promise<readonly string[]> {
    const read = day === undefined ? undefined : await readKnownAt(day, store);
    return answerOf(await views.ask(exceptionsList, input, read?.ok ? { knownAt: read.position } : {})).rows.map(({ sentence }) => sentence);
  }
  const ofCount = 'Paper of November states 32 applications and the register lists 33';
  const ofBodies = 'Minutes of November states 33 applications and the register lists 33; it states 39 bodies and the register counts 40';
  const ofTerm = 'A consultancy was appointed for 37 months, where 24 were agreed (KNAV)';
  const ofLonger = 'The department offered its money until 30 November 2013, and it was varied to last until 30 November 2014: A second year (KNAV)';
  const ofFigures = 'Documents differ on the savings. The body of the paper: £12.2m; Appendix 1: £10m';

  it('is told newest first, with both figures as they came', async () => expect(await sentences()).toEqual([ofCount, ofLonger, ofTerm, ofFigures]));

  it('is no exception any more once the same document agrees, and was one before', async () => expect(await sentences({}, '2013-11-30')).toEqual([ofBodies, ofCount, ofLonger, ofTerm, ofFigures]));

  it('is found by what it concerns', async () => {
    expect(await sentences({ about: round })).toEqual([ofCount]);
    expect(await sentences({ about: 'FN-2012-001' })).toEqual([ofLonger, ofTerm]);
    expect(await sentences({ about: 'FN-2012-002' })).toEqual([]);
    expect(await sentences({ about: 'NOWHERE' })).toEqual([]);
  });
});
