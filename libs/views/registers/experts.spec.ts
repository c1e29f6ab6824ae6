import { toDate } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { bidOfLambeth, bidOfLeeds, bidOfSouthwark, experts, expertsBudget, toLambeth, toLeeds } from '../testing/experts.js';
import { answerOf, kept } from '../testing/told.js';
import {
  applicationPage, assessmentsPage, awardPage, awards, competition, poolPage, programmePage, registerViews, roundPage, savingPage, savingsList, savingsTotals, search,
} from './index.js';

describe('The registers of Productivity Experts', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;

  beforeAll(async () => {
    ({ views, store } = await kept(opened, registerViews, experts));
  });
  afterAll(() => opened.close());

  /** The answer as known at the end of a day, about what was so on a day. */
  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, { known, on }: { known?: string; on?: string } = {}): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }

  it('a programme is measured against its targets: councils, savings, and the grant that they need', async () => {
    const { progress } = (await asked(programmePage, { programme: 'PRODEXP' })) ?? {};
    expect(progress).toMatchObject([{
      financialYear: 'FY1718', awards: 2, grantMinor: 1_200_000, councils: 3, councilsTarget: 25, councilsToGo: 22,
      forecast: { added: true, amount: { minor: 145_880_000 } }, claimed: { amount: { minor: 90_000_000 } }, validated: { amount: { minor: 90_000_000 } },
      savingsTargetMinor: 2_500_000_000, savingsToGoMinor: 2_354_120_000,
      fixedSumMinor: 600_000, grantNeedMinor: 15_000_000, grantToGoMinor: 13_800_000, savingsForAPound: 12_156,
    }]);
  });

  it('a target counts from the day on which it was set, and one that was set again replaces it', async () => {
    const target = async (on: string) => (await asked(programmePage, { programme: 'PRODEXP' }, { on }))?.progress[0]?.councilsTarget;
    expect([await target('2017-04-02'), await target('2017-04-03'), await target('2017-04-04')]).toEqual([undefined, 20, 25]);
  });

  it('an approval that was recorded late was so on its day, and was not known then', async () => {
    const stages = async (clocks: object) => (await asked(awards, {}, clocks)).rows.map(({ stage }) => stage);
    expect(await stages({ known: '2017-05-25' })).toEqual(['approved', 'recommended']);
    expect(await stages({ on: '2017-05-25' })).toEqual(['approved', 'approved']);
    expect(await stages({ known: '2017-05-25', on: '2017-05-25' })).toEqual(['approved', 'recommended']);
    expect(await stages({ on: '2017-05-19' })).toEqual(['recommended', 'recommended']);
    expect(await stages({ on: '2017-05-09' })).toEqual([]);
    expect(await asked(awards, { stage: 'recommended' }, { on: '2017-05-19' })).toMatchObject({ total: 2 });
    expect(await asked(awards, { stage: 'recommended', short: false }, { on: '2017-05-25' })).toMatchObject({ total: 0 });
    expect(await asked(awardPage, { award: toLambeth }, { on: '2017-05-19' })).toMatchObject({ stage: 'recommended', ceilingMinor: null, committedMinor: 0, decidedBy: null });
    expect(await asked(awardPage, { award: toLambeth })).toMatchObject({ stage: 'approved', stageOn: '2017-05-20', stageRecordedOn: '2017-06-05', ceilingMinor: 600_000 });
    expect(await asked(awardPage, { award: toLambeth }, { on: '2017-05-09' })).toBeUndefined();
    expect((await asked(programmePage, { programme: 'PRODEXP' }, { on: '2017-05-19' }))?.rounds).toMatchObject([{ leftMinor: 15_000_000, fundAvailableMinor: 5_000_000 }]);
    expect((await asked(programmePage, { programme: 'PRODEXP' }, { on: '2017-04-04' }))?.rounds).toEqual([]);
  });

  it('a round has its terms, the criteria that were set last, and what is left of it', async () => {
    expect(await asked(roundPage, { round: expertsBudget.round })).toMatchObject({
      name: '2017/18', programmeName: 'Productivity Experts', terms: 'fixed', termsMinor: 600_000, matchRatio: 100, matchFrom: 'public-bodies', highestScore: 5, leftMinor: 13_800_000,
      criteria: [{ code: 'impact', weight: 60 }, { code: 'cost', weight: 40 }], applications: 3, moreApplications: false,
    });
  });

  it('a competition gives the points of every application, averaged over its assessors, and its place', async () => {
    expect((await asked(competition, { round: expertsBudget.round })).rows).toMatchObject([
      { reference: bidOfLeeds, organisationName: 'Leeds City Council', assessors: 2, pointsHundredths: 8_600, rank: 1, placed: 'recommended' },
      { reference: bidOfLambeth, organisationName: 'Lambeth Council', assessors: 1, pointsHundredths: 7_200, rank: 2, placed: 'recommended' },
      { reference: bidOfSouthwark, organisationName: 'Southwark Council', assessors: 1, pointsHundredths: 4_000, rank: 3, placed: 'not-placed' },
    ]);
    expect((await asked(competition, { round: expertsBudget.round }, { known: '2017-05-04' })).rows.map(({ placed }) => placed)).toEqual(['recommended', 'reserve', 'not-placed']);
    expect((await asked(competition, { round: expertsBudget.round }, { known: '2017-05-02' })).rows.map(({ pointsHundredths, rank }) => [pointsHundredths, rank])).toEqual([[8_600, null], [7_200, null], [2_000, null]]);
  });

  it('asked for one application, a competition says of it what it says among all, and nothing of the others', async () => {
    for (const clocks of [{}, { known: '2017-05-04' }, { known: '2017-05-02' }]) {
      for (const each of (await asked(competition, { round: expertsBudget.round }, clocks)).rows) {
        expect(await asked(competition, { round: expertsBudget.round, application: each.reference }, clocks)).toEqual({ rows: [each], total: 1 });
      }
    }
  });

  it('an application shows what each assessor gave, as it was revised', async () => {
    expect(await asked(applicationPage, { application: bidOfLambeth })).toMatchObject({ roundName: '2017/18', highestScore: 5, partners: [{ name: 'Southwark Council' }], criteria: [{}, {}] });
    expect(await asked(assessmentsPage, { application: bidOfSouthwark })).toMatchObject([{ points: 200, outOf: 500, comment: 'Misread the budget', scores: [{ criterion: 'impact', score: 2 }, { criterion: 'cost', score: 2 }] }]);
    expect((await asked(assessmentsPage, { application: bidOfSouthwark }, { known: '2017-05-02' }))[0]?.scores.map(({ score }) => score)).toEqual([1, 1]);
  });

  it('an award tells its terms, who is to bring how much of the match, its experts and its savings', async () => {
    expect(await asked(awardPage, { award: toLambeth })).toMatchObject({
      terms: 'fixed', termsMinor: 600_000, matchRatio: 100, matchFrom: 'public-bodies',
      sources: [{ name: 'Lambeth Council', shareMinor: 400_000, pledgedMinor: 400_000 }, { name: 'Southwark Council', shareMinor: 200_000, pledgedMinor: 0 }],
    });
    expect(await asked(awardPage, { award: toLeeds })).toMatchObject({ sources: [], experts: [{ title: 'Commercial adviser', sinceOn: '2017-06-10', endedOn: null }], savings: [{ reference: 'SV-2017-001' }] });
    expect((await asked(awardPage, { award: toLeeds }, { on: '2017-06-01' }))?.savings).toEqual([]);
  });

  it('a pool names experts by what they do, and the awards that they help', async () => {
    expect(await asked(poolPage, { programme: 'PRODEXP' })).toMatchObject([{ title: 'Commercial adviser', stage: 'in-pool', awards: [{ award: toLeeds, recipientName: 'Leeds City Council' }] }]);
  });

  it('a saving moves from forecast to claimed to validated, on both clocks', async () => {
    const stood = async (clocks: object) => {
      const { forecastMinor, claimedMinor, validatedMinor, rejectedMinor, claims } = (await asked(savingPage, { saving: 'SV-2017-001' }, clocks)) ?? { claims: [] };
      return [forecastMinor, claimedMinor, validatedMinor, rejectedMinor, ...claims.map(({ stage }) => stage)];
    };
    expect(await stood({})).toEqual([55_880_000, 0, 90_000_000, 10_000_000, 'validated']);
    expect(await stood({ known: '2017-07-04' })).toEqual([55_880_000, 100_000_000, 0, 0, 'waiting']);
    expect(await stood({ on: '2017-07-04' })).toEqual([55_880_000, 100_000_000, 0, 0, 'waiting']);
    expect(await stood({ on: '2017-06-30' })).toEqual([155_880_000, 0, 0, 0]);
    expect(await asked(savingsList, { programme: 'PRODEXP', year: 'FY1718' })).toMatchObject({ total: 1 });
    expect(await asked(savingsList, { waiting: 'yes' }, { known: '2017-07-04' })).toMatchObject({ total: 1 });
    expect(await asked(savingsList, { waiting: 'yes' })).toMatchObject({ total: 0 });
    expect(await asked(savingsList, { programme: 'PRODEXP' }, { on: '2017-06-20' })).toMatchObject({ total: 1 });
  });

  it('savings are added up on each basis, and never across two', async () => {
    const { byBasis, chosen } = await asked(savingsTotals, { programme: 'PRODEXP', forecast: 'yes', lifetime: 'yes' });
    expect(byBasis.map(({ basis, sum }) => [basis, sum.added && sum.amount.minor])).toEqual([['forecast', 145_880_000], ['claimed', 90_000_000], ['validated', 90_000_000], ['lifetime', 13_300_000_000]]);
    expect(chosen).toMatchObject({ added: false, because: 'bases-differ', sentence: expect.stringContaining('are not added') as string });
    expect((await asked(savingsTotals, { programme: 'PRODEXP', validated: 'yes' })).chosen).toMatchObject({ added: true, amount: { minor: 90_000_000 } });
  });

  it('things are found by the beginnings of their words, with or without accents', async () => {
    const found = async (words: string, clocks = {}) => (await asked(search, { words }, clocks)).found.map(({ kind, reference }) => `${kind} ${reference}`);
    expect(await found('leeds')).toEqual(['application AP-2017-001', 'award AW-2017-001', 'organisation OR-2017-001']);
    expect(await found('creches south')).toEqual(['application AP-2017-003']);
    expect(await found('digital southwark')).toEqual(['application AP-2017-002', 'award AW-2017-002']);
    expect(await found('prod')).toEqual(['expert EX-2017-001', 'programme PRODEXP', 'round RD-2017-001']);
    expect(await found('adviser', { known: '2017-05-31' })).toEqual([]);
    expect(await found('%')).toEqual([]);
  });
});
