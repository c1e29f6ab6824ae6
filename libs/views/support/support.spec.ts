import { toDate } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { exeter, first, oxford, second, support, switching, third } from '../testing/support.js';
import { answerOf, kept } from '../testing/told.js';
import { adviceList, cohortPage, cohortsList, daysGiven, frameworkPage, frameworksList, supportViews } from './index.js';

describe('Support that is not money', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;

  beforeAll(async () => {
    ({ views, store } = await kept(opened, supportViews, support));
  });
  afterAll(() => opened.close());

  /** The answer as known at the end of a day, about what was so on a day. */
  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, { known, on }: { known?: string; on?: string } = {}): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }

  it('an award shows every entry of its days and what was left after each', async () => {
    const { awards } = await asked(daysGiven, { about: oxford });
    expect(awards).toMatchObject([{ recipientName: 'Oxford City Council', approvedHundredths: 1_400, loggedHundredths: 1_000, releasedHundredths: 300, leftHundredths: 100, valuedFor: 'subsidy' }]);
    expect(awards[0]?.log.map(({ change, daysHundredths, leftHundredths }) => [change, daysHundredths, leftHundredths])).toEqual([
      ['approved', 1_400, 1_400], ['logged', 400, 1_000], ['logged', 650, 350], ['corrected', 50, 400], ['released', 300, 100],
    ]);
  });

  it('worked days count for a sum of their own, rounded half up to the penny, where the terms value them', async () => {
    const valued = async (on?: string) => (await asked(daysGiven, { about: 'DESIGN' }, on === undefined ? {} : { on })).awards.map(({ valueMinor }) => valueMinor);
    expect(await valued()).toEqual([500_010, null]);
    expect(await valued('2014-02-20')).toEqual([525_011, null]); // 10.5 days at £500.01
  });

  it('a programme adds up the days of its awards, and those of an award that ended unused are given back', async () => {
    expect((await asked(daysGiven, { about: 'DESIGN' })).total).toEqual({ approvedHundredths: 2_400, loggedHundredths: 1_000, releasedHundredths: 1_300, leftHundredths: 100 });
    expect((await asked(daysGiven, { about: 'DESIGN' }, { on: '2014-02-24' })).total).toMatchObject({ releasedHundredths: 300, leftHundredths: 1_100 });
    expect(await asked(daysGiven, { about: exeter }, { on: '2014-01-19' })).toMatchObject({ awards: [] });
    expect(await asked(daysGiven, { about: 'FUTURE' })).toMatchObject({ total: { approvedHundredths: 0 }, awards: [] });
  });

  it('days that were recorded late were worked on their day, and not known then', async () => {
    const logged = async (clocks: object) => (await asked(daysGiven, { about: oxford }, clocks)).total.loggedHundredths;
    expect([await logged({ known: '2014-02-10' }), await logged({ on: '2014-02-10' }), await logged({ known: '2014-02-10', on: '2014-02-10' })]).toEqual([400, 1_050, 400]);
  });

  it('a programme shows its cohorts, and a number of places that was not printed is not nought', async () => {
    const { cohorts, ...sums } = await asked(cohortsList, { programme: 'DESIGN' });
    expect(cohorts).toMatchObject([
      { reference: first, label: 'West Midlands', stage: 'completed', places: 20, ours: 4, taken: 3, waiting: 1, completedOn: '2014-02-20', graduates: 2, alumni: 1 },
      { reference: second, label: null, stage: 'open', places: null, ours: 5, taken: 2 },
      { reference: third, theme: 'Homes', stage: 'planned', places: null, ours: null, taken: 0 },
    ]);
    expect(sums).toEqual({
      ours: 9, taken: 5, finished: 3, active: 2, planned: 1, bodies: 2, waiting: 1, alumni: 1,
      targets: [{ financialYear: 'FY1314', atLeast: 2, ahead: 0 }],
      overlaps: [{ first, second, from: '2014-02-10', until: '2014-02-20' }],
    });
  });

  it('a cohort stood otherwise on each day', async () => {
    const stood = async (on: string) => (await asked(cohortsList, { programme: 'DESIGN' }, { on })).cohorts.map(({ stage, taken, waiting }) => [stage, taken, waiting]);
    expect(await stood('2014-01-04')).toEqual([]);
    expect(await stood('2014-01-05')).toEqual([['planned', 0, 0], ['planned', 0, 0], ['planned', 0, 0]]);
    expect((await stood('2014-01-07'))[0]).toEqual(['open', 3, 2]);
    expect((await stood('2014-01-10'))[0]).toEqual(['open', 3, 1]);
    expect((await asked(cohortsList, { programme: 'DESIGN' }, { known: '2014-02-19' })).overlaps).toEqual([{ first, second, from: '2014-02-10', until: null }]);
  });

  it('a cohort names who is in it, who waits and who made it larger', async () => {
    expect(await asked(cohortPage, { cohort: first })).toMatchObject({
      bodies: [{ organisationName: 'Oxford City Council', places: 2, graduated: 1, alumni: 0 }, { organisationName: 'Essex County Council', from: 'waiting-list', graduated: 1, alumni: 1 }],
      waitingList: [{ organisationName: 'Stroud District Council', isCalled: false }],
      enlargements: [{ on: '2014-01-08', ours: 4, because: 'A sponsor', sponsorName: 'Stroud District Council' }],
    });
    expect((await asked(cohortPage, { cohort: first }, { on: '2014-01-08' }))?.waitingList.map(({ isCalled }) => isCalled)).toEqual([true, false]);
    expect(await asked(cohortPage, { cohort: first }, { on: '2014-01-04' })).toBeUndefined();
  });

  it('a framework shows its members, what they called off, and what people gained', async () => {
    const row = await asked(frameworkPage, { framework: switching });
    expect(row).toMatchObject({
      stage: 'launched', launchesOn: '2014-01-20', launchedOn: '2014-01-20', chargeMinor: 0, partners: [{ role: 'broker' }], members: [{ organisationName: 'Essex County Council' }, { organisationName: 'Oxford City Council' }],
      callOffs: [{ number: 1, valueMinor: null }, { number: 2, valueMinor: 10_000 }], callers: 1, callersOfMembers: 5_000, outcomes: [{ people: 130_000, eachMinor: 12_500, totalMinor: 1_625_000_000, qualifier: 'about' }],
    });
    expect(await asked(frameworksList, { programme: 'DESIGN' }, { on: '2014-01-19' })).toMatchObject([{ stage: 'planned', chargeMinor: null, members: [], callersOfMembers: null }]);
    expect((await asked(frameworksList, { programme: 'DESIGN' }, { on: '2014-01-24' }))[0]?.members).toHaveLength(3);
  });

  it('advice reached those who are named and between so many others', async () => {
    expect(await asked(adviceList, { programme: 'DESIGN' })).toMatchObject({ daysHundredths: 50, bodies: { least: 13, most: 16 }, advice: [{ organisationName: 'Oxford City Council' }, { least: 12, most: 15 }] });
    expect((await asked(adviceList, { programme: 'DESIGN' }, { on: '2014-01-20' })).bodies).toEqual({ least: 1, most: 1 });
  });
});
