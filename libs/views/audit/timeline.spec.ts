import { toDate } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { futureCouncils, jointAward } from '../testing/future-councils.js';
import { answerOf, kept } from '../testing/told.js';
import { auditViews, changesAround, eventPage, timelinePage } from './index.js';

describe('The timeline', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  const entries = async (input: object, knownAt?: number) => answerOf(await views.ask(timelinePage, input, knownAt === undefined ? {} : { knownAt }));

  beforeAll(async () => {
    ({ views, store } = await kept(opened, auditViews, futureCouncils));
  });
  afterAll(() => opened.close());

  it('tells everything that concerns an award, newest first, without the book-keeping of the office', async () => {
    const { entries: all, before } = await entries({ about: jointAward });
    expect(before).toBeUndefined();
    expect(all.map(({ type }) => type)).toEqual([
      'PaymentCancelled', 'PaymentAuthorised', 'PaymentSettled', 'PaymentReleased', 'PaymentAuthorised', 'MatchVerified', 'MatchEvidenced', 'MatchPledged', 'MatchPledged',
      'AgreementSigned', 'AgreementOffered', 'AmountAgreed', 'AmountProposed', 'MatchConditionSet', 'AwardApproved', 'DecisionRecorded', 'AwardPutToBoard', 'AwardRecommended',
    ]);
    expect(all[0]).toMatchObject({
      sentence: 'The payment of £1,000.00 to East Riding of Yorkshire Council was cancelled: Typed twice. The money went back to the award',
      actor: 'person:officer', role: 'programme-officer', effectiveOn: '2012-08-26', isLate: false,
    });
  });

  it('marks what was recorded late, with both dates', async () => {
    const late = (await entries({})).entries.filter(({ isLate }) => isLate);
    expect(late).toMatchObject([{ type: 'AwardApproved', effectiveOn: '2012-07-10', recordedAt: '2012-07-16T09:00:00.000Z' }]);
  });

  it('shows the limits and the double of an application only to those who ask for everything', async () => {
    const types = async (input: object) => (await entries(input)).entries.map(({ type }) => type);
    expect(await types({ about: 'RD-2012-001' })).not.toContain('LimitOpened');
    expect(await types({ about: 'RD-2012-001', all: 'true' })).toContain('LimitOpened');
    expect(await types({ about: jointAward, all: 'true' })).toContain('ApplicationTakenForward');
    expect(await types({ about: 'AP-2012-001' })).toEqual(['ApplicationTakenForward', 'AwardRecommended', 'ApplicationNominated']);
  });

  it('is read page by page, and as it was known', async () => {
    const first = await entries({ about: jointAward, size: '5' });
    expect(first.entries).toHaveLength(5);
    const second = await entries({ about: jointAward, size: '20', before: first.before });
    expect(second.entries).toHaveLength(13);
    expect(second.before).toBeUndefined();
    const position = second.entries[0]?.position ?? 0;
    expect((await entries({ about: jointAward }, position)).entries).toEqual(second.entries);
    expect(await views.ask(timelinePage, {}, { knownAt: 9_999 })).toMatchObject({ outcome: 'invalid', problems: [{ message: expect.stringMatching(/@9999 has not happened yet: the last event is @\d+/) as string }] });
  });

  it('tells what had taken effect by a day, also what was recorded later', async () => {
    const soOn = async (on: string, input: object, known?: string) => {
      const [day, read] = [await readAsOf(toDate(on), store), known === undefined ? undefined : await readKnownAt(known, store)];
      if (!day.ok) throw new Error(day.message);
      const clocks = { asOf: day.asOf, ...(read?.ok ? { knownAt: read.position } : {}) };
      return { page: answerOf(await views.ask(timelinePage, input, clocks)), around: answerOf(await views.ask(changesAround, { about: jointAward }, clocks)) };
    };
    const types = async (...asked: Parameters<typeof soOn>) => (await soOn(...asked)).page.entries.map(({ type }) => type);
    expect(await types('2012-07-09', { about: jointAward })).toEqual(['AwardPutToBoard', 'AwardRecommended']);
    expect(await types('2012-07-10', { about: jointAward })).toEqual(['AwardApproved', 'DecisionRecorded', 'AwardPutToBoard', 'AwardRecommended']);
    expect(await types('2012-07-10', { about: jointAward }, '2012-07-15')).toEqual(['DecisionRecorded', 'AwardPutToBoard', 'AwardRecommended']);
    expect(await types('2012-07-10', { about: jointAward, all: 'true' })).toEqual(['AwardApproved', 'DecisionRecorded', 'AwardPutToBoard', 'ApplicationTakenForward', 'AwardRecommended']);
    expect(await types('2012-07-10', { size: '3' })).toEqual(['AwardApproved', 'DecisionRecorded', 'AwardPutToBoard']);
    expect(await types('2012-04-01', {})).toEqual([]);
    expect(await types('2999-12-31', {})).toEqual((await entries({})).entries.map(({ type }) => type));
    const { page, around } = await soOn('2012-07-10', { about: jointAward, size: '1' });
    expect(page).toMatchObject({ entries: [{ type: 'AwardApproved', isLate: true }], before: page.entries[0]?.position });
    expect(await types('2012-07-10', { about: jointAward, before: page.before })).toEqual(['DecisionRecorded', 'AwardPutToBoard', 'AwardRecommended']);
    const rest = (await entries({ about: jointAward, before: page.before })).entries;
    expect(around).toEqual({ first: rest.at(-1)?.position, previous: rest[0]?.position, current: page.entries[0]?.position });
  });

  it('gives one event with everything that it concerns', async () => {
    const [newest] = (await entries({ about: 'DC-2012-001' })).entries.filter(({ type }) => type === 'DecisionRecorded');
    const event = answerOf(await views.ask(eventPage, { position: newest?.position ?? 0 }));
    expect(event).toMatchObject({ sentence: 'Improvement Board confirmed AW-2012-001 at July 2012, item 4 (minute 4.2)', stream: 'decision-DC-2012-001', version: 1, concerns: ['DC-2012-001', jointAward, 'board'] });
  });
});
