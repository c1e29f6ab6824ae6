import { gbp, toCode, toDate, toReference } from '#kernel';
import { assessment, assessmentEvents } from '#domain/assessments';
import { award, awardEvents } from '#domain/awards';
import { queue, queueEvents } from '#domain/limits';
import { round, roundEvents } from '#domain/programmes';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { answerOf, kept, told, type Told } from '../testing/told.js';
import { choosingViews, shares, waitingList } from './index.js';

const spring = toReference('RD', 'RD-2014-001');
const LDSE = toCode('LDSE');
const budget = { fund: toCode('ADULTCARE'), financialYear: 'FY1314', round: spring };
const scheme = { support: [{ kind: 'cash' as const }], capacity: { planned: 1, most: 2, waitingList: true } };
const body = (n: number) => ({ recipient: toReference('OR', `OR-2014-00${n}`), recipientName: `Council ${n}`, budget });
const approved = (n: number, on: string): Told =>
  told(award, `AW-2014-00${n}`, on, awardEvents.AwardApproved({
    ...body(n), programme: LDSE, title: 'Better lives', ceiling: gbp(2_000_000), place: true, decidedBy: toCode('board'), decidedByName: 'Board', verb: 'approved',
    authority: { kind: 'board', decision: toReference('DC', 'DC-2014-001'), body: toCode('board'), meeting: 'March', item: '1', minute: '1' },
  }));
const waits = (n: number) => ({ holder: spring, who: `AP-2014-00${n}`, name: `Council ${n}`, places: 1 });
const joined = (n: number, on: string): Told => told(queue, spring, on, queueEvents.QueueJoined({ ...waits(n), because: 'All places are taken' }));
const called = (n: number, on: string, because: string): Told => told(queue, spring, on, queueEvents.QueueAdvanced({ holder: spring, called: [waits(n)], because }));
const share = (n: number, weight: number, amount: number) => ({ application: toReference('AP', `AP-2014-00${n}`), organisation: body(n).recipient, organisationName: body(n).recipientName, weight, amount: gbp(amount) });
const shared = { round: spring, by: { kind: 'equal' } as const, bodies: 2, unshared: gbp(0) };

const history: readonly Told[] = [
  told(round, spring, '2014-01-29', roundEvents.RoundOpened({ programme: LDSE, name: 'First', budget, allocation: gbp(8_000_000), scheme })),
  approved(1, '2014-02-10'),
  approved(2, '2014-02-10'),
  joined(3, '2014-02-20'),
  joined(4, '2014-02-21'),
  joined(5, '2014-02-22'),
  told(queue, spring, '2014-03-01', queueEvents.QueueLeft({ ...waits(5), because: 'No longer wanted' })),
  told(round, spring, '2014-03-03', roundEvents.CapacityRaised({ round: spring, name: 'First', before: 2, after: 3, because: 'A sponsor pays' })),
  called(3, '2014-03-03', 'A sponsor pays'),
  { ...approved(3, '2014-03-10'), recorded: '2014-03-20T10:00:00.000Z' },
  { ...told(queue, spring, '2014-03-10', queueEvents.KeptPlaceTaken({ ...waits(3), because: 'AW-2014-003' })), recorded: '2014-03-20T10:00:00.000Z' },
  told(award, 'AW-2014-001', '2014-04-01', awardEvents.OfferLapsed({ ...body(1), released: gbp(2_000_000), returnedTo: 'round', acceptBy: toDate('2014-03-31'), placeReleased: true })),
  called(4, '2014-04-01', 'the offer of AW-2014-001 lapsed'),
  joined(5, '2014-04-02'),
  told(assessment, spring, '2014-05-01', assessmentEvents.FundShared({ ...shared, amount: gbp(3), shares: [share(1, 1, 2), share(2, 1, 1)] })),
  told(assessment, spring, '2014-05-02',
    assessmentEvents.FundShared({ ...shared, by: { kind: 'weight', question: toCode('homes') }, amount: gbp(10), most: gbp(6), unshared: gbp(1), page: 1, pages: 2, shares: [share(1, 700, 6)] }),
    assessmentEvents.FundShared({ ...shared, by: { kind: 'weight', question: toCode('homes') }, amount: gbp(10), most: gbp(6), unshared: gbp(1), page: 2, pages: 2, shares: [share(2, 300, 3)] })),
];

describe('Who waits for a place, and what a fund was shared into', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, choosingViews, history));
  });
  afterAll(() => opened.close());

  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, on?: string, known?: string): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }
  async function list(on?: string, known?: string) {
    const { capacity, taken, free, rows, ...counts } = await asked(waitingList, { holder: spring }, on, known);
    const [kept, waiting] = [rows.filter(({ turn }) => turn === null), rows.filter(({ turn }) => turn !== null)];
    expect(counts).toMatchObject({ called: kept.length, waiting: waiting.length, total: rows.length, moreWaiting: false });
    return { places: `${taken} of ${capacity}, ${free} free`, kept: kept.map(({ name }) => name), waiting: waiting.map(({ turn, name }) => `${turn} ${name}`) };
  }

  it('a waiting list moves with the places of its round', async () => {
    expect(await list('2014-02-10')).toEqual({ places: '2 of 2, 0 free', kept: [], waiting: [] });
    expect(await list('2014-02-28')).toEqual({ places: '2 of 2, 0 free', kept: [], waiting: ['1 Council 3', '2 Council 4', '3 Council 5'] });
    expect(await list('2014-03-09')).toEqual({ places: '2 of 3, 0 free', kept: ['Council 3'], waiting: ['1 Council 4'] });
    expect(await list('2014-03-31')).toEqual({ places: '3 of 3, 0 free', kept: [], waiting: ['1 Council 4'] });
    expect(await list()).toEqual({ places: '2 of 3, 0 free', kept: ['Council 4'], waiting: ['1 Council 5'] });
  });

  it('a place that was taken on a day, and recorded later, was not known to be taken', async () => {
    expect(await list('2014-03-15', '2014-03-15')).toEqual({ places: '2 of 3, 0 free', kept: ['Council 3'], waiting: ['1 Council 4'] });
  });

  it('whoever is called has waited since it joined, and whoever comes again waits from then', async () => {
    const fourth = { turn: null, who: 'AP-2014-004', joinedOn: '2014-02-21', calledOn: '2014-04-01', because: 'the offer of AW-2014-001 lapsed' };
    const fifth = { turn: 1, who: 'AP-2014-005', joinedOn: '2014-04-02', calledOn: null, because: 'All places are taken' };
    for (const on of [undefined, '2014-04-02']) {
      expect((await asked(waitingList, { holder: spring }, on)).rows).toMatchObject([fourth, fifth]);
      expect(await asked(waitingList, { holder: spring, page: '2', size: '1' }, on)).toMatchObject({ total: 2, called: 1, kept: 1, waiting: 1, rows: [fifth] });
      expect(await asked(waitingList, { holder: spring, who: fourth.who }, on)).toMatchObject({ total: 1, waiting: 1, rows: [fourth] });
      expect(await asked(waitingList, { holder: spring, who: fifth.who }, on)).toMatchObject({ total: 1, rows: [fifth] });
      expect(await asked(waitingList, { holder: spring, who: 'AP-2014-003' }, on)).toMatchObject({ total: 0, waiting: 1, rows: [] });
    }
  });

  it('nobody waits for a round or a cohort without a list', async () => {
    expect(await asked(waitingList, { holder: 'CH-2014-001' })).toEqual({ holder: 'CH-2014-001', capacity: null, taken: null, free: null, called: 0, kept: 0, waiting: 0, moreWaiting: false, rows: [], total: 0 });
  });

  it('the sharing that stands is the newest, with all its pages', async () => {
    expect(await asked(shares, { round: spring })).toEqual({
      round: spring, amountMinor: 10, unsharedMinor: 1, bodies: 2, by: 'by homes', mostMinor: 6, sharedOn: '2014-05-02', total: 2,
      rows: [
        { application: 'AP-2014-001', organisation: 'OR-2014-001', organisationName: 'Council 1', weight: 700, amountMinor: 6 },
        { application: 'AP-2014-002', organisation: 'OR-2014-002', organisationName: 'Council 2', weight: 300, amountMinor: 3 },
      ],
    });
    expect(await asked(shares, { round: spring, page: '2', size: '1' })).toMatchObject({ total: 2, rows: [{ organisationName: 'Council 2' }] });
    expect(await asked(shares, { round: spring }, '2014-05-01')).toMatchObject({ by: 'in equal parts', amountMinor: 3, mostMinor: null, rows: [{ amountMinor: 2 }, { amountMinor: 1 }] });
    expect(await asked(shares, { round: spring }, '2014-04-30')).toBeUndefined();
  });
});
