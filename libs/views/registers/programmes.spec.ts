import { gbp, toCode, toDate, toPerson, toReference } from '#kernel';
import { award, awardEvents } from '#domain/awards';
import { fund, fundEvents, programme, programmeEvents, round, roundEvents, type SchemeTerms } from '#domain/programmes';
import type { EventStore } from '#platform/event-store';
import { readAsOf, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { answerOf, kept, told, type Told } from '../testing/told.js';
import { programmePage, programmesList, registerViews, roundPage } from './index.js';

const [care, digital, ldse, asce] = [toCode('CARE'), toCode('DIGITAL'), toCode('LDSE'), toCode('ASCE')];
const spring = toReference('RD', 'RD-2014-001');
const advice = toReference('RD', 'RD-2014-002');
const year = 'FY1314';
const terms: SchemeTerms = { support: [{ kind: 'cash' }], money: { kind: 'fixed', amount: gbp(500_000) }, capacity: { planned: 4, most: 5, waitingList: true } };
const defined = (code: typeof ldse, more: object = {}): Told =>
  told(programme, code, '2014-01-06', programmeEvents.ProgrammeDefined({ programme: code, name: code, purpose: 'Better services', awardCeiling: gbp(1_000_000), instrument: 'none', ...more }));
const history: readonly Told[] = [
  told(fund, care, '2014-01-02', fundEvents.FundOpened({ fund: care, name: 'Care' }), fundEvents.BudgetSet({ fund: care, financialYear: year, amount: gbp(9_000_000), kind: 'original' })),
  told(fund, digital, '2014-01-02', fundEvents.FundOpened({ fund: digital, name: 'Digital' })),
  defined(asce),
  defined(ldse, { parent: asce, startsOn: toDate('2014-01-29') }),
  told(round, spring, '2014-02-03', roundEvents.RoundOpened({ programme: ldse, name: 'Spring', budget: { fund: care, financialYear: year, round: spring }, allocation: gbp(5_000_000), scheme: terms, ...(terms.money ? { terms: terms.money } : {}), closesOn: toDate('2014-03-31') })),
  told(round, advice, '2014-02-03', roundEvents.RoundOpened({ programme: asce, name: 'Advice', budget: { fund: digital, financialYear: year, round: advice }, allocation: gbp(0), scheme: { support: [{ kind: 'advice', on: 'care' }] } })),
  told(fund, care, '2014-02-10', fundEvents.BudgetVired({ fund: care, financialYear: year, to: digital, amount: gbp(1_500_000), reason: 'Less was asked for', minute: '7' })),
  told(round, spring, '2014-02-17', roundEvents.RoundTermsRevised({ programme: ldse, name: 'Spring', version: 2, scheme: { ...terms, money: { kind: 'ceiling', upTo: gbp(600_000) } }, reason: 'Prices rose' })),
  told(round, spring, '2014-02-24', roundEvents.CapacityRaised({ round: spring, name: 'Spring', before: 5, after: 6, because: 'A sponsor' })),
  told(programme, ldse, '2016-07-31', programmeEvents.ProgrammeClosed({ programme: ldse, name: 'LDSE', on: toDate('2016-07-31'), days: 914 })),
];

describe('Programmes and rounds on schemes', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, registerViews, history));
  });
  afterAll(() => opened.close());

  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, on?: string): Promise<Answer> {
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, day?.ok ? { asOf: day.asOf } : {}));
  }

  it('a programme is told with what it is a part of, its parts, and the days that it ran', async () => {
    expect(await asked(programmePage, { programme: 'ASCE' })).toMatchObject({ parent: null, parts: ['LDSE'], closedOn: null });
    expect(await asked(programmePage, { programme: 'LDSE' })).toMatchObject({ parent: 'ASCE', parts: [], startsOn: '2014-01-29', closedOn: '2016-07-31', daysRun: 914 });
    expect(await asked(programmePage, { programme: 'LDSE' }, '2016-07-30')).toMatchObject({ closedOn: null, daysRun: null });
    expect((await asked(programmesList, {})).map(({ code, parent }) => [code, parent])).toEqual([['ASCE', null], ['LDSE', 'ASCE']]);
  });

  it('a round tells the rule for its money in words, as it stands and as it stood', async () => {
    expect(await asked(roundPage, { round: spring })).toMatchObject({ terms: 'ceiling', termsMinor: 600_000, termsWords: 'up to £6,000.00 for each award', termsVersion: 2, lastDay: '2014-03-31', capacity: 6 });
    expect(await asked(roundPage, { round: spring }, '2014-02-16')).toMatchObject({ terms: 'fixed', termsMinor: 500_000, termsWords: 'a fixed sum of £5,000.00 for each award', termsVersion: 1, capacity: 5 });
  });

  it('a round without money stands under a fund without a budget', async () => {
    expect(await asked(roundPage, { round: advice }, '2014-02-04')).toMatchObject({ name: 'Advice', allocationMinor: 0, leftMinor: 0, fundAvailableMinor: 0, terms: null });
  });

  it('what other funds bear of an award, and a later year that is confirmed, is not left for other rounds until it comes back', async () => {
    const own = new OpenedViews();
    const aw = toReference('AW', 'AW-2014-001');
    const about = { recipient: toReference('OR', 'OR-2014-001'), recipientName: 'Oxford', budget: { fund: care, financialYear: year, round: spring } };
    const decided = { decidedBy: toCode('board'), decidedByName: 'Board', authority: { kind: 'delegated', delegation: 1, body: toCode('board'), minute: '1', perAward: gbp(1_000_000), leftBefore: gbp(1_000_000) } as const };
    const line = { fund: digital, financialYear: year, round: spring };
    const [part, later] = [{ number: 1, line }, { number: 2, line }];
    const events = [
      ...history,
      told(award, aw, '2014-03-01', awardEvents.AwardRecommended({
        ...about, application: toReference('AP', 'AP-2014-001'), programme: ldse, title: 'Care', partners: [], awardCeiling: gbp(1_000_000), instrument: 'deed',
        recommendedBy: toPerson('officer'),
      })),
      told(award, aw, '2014-03-03', awardEvents.AwardApproved({
        ...about, ...decided, programme: ldse, title: 'Care', ceiling: gbp(600_000), verb: 'approved', otherLines: [{ ...part, ceiling: gbp(200_000) }],
      })),
      told(award, aw, '2014-03-04', awardEvents.TrancheConfirmed({ ...about, ...decided, ...later, named: gbp(50_000), amount: gbp(40_000), countsAs: 'approved' })),
      told(award, aw, '2014-03-05', awardEvents.AwardWithdrawn({
        ...about, released: gbp(400_000), returnedTo: 'round', reason: 'Merged', withdrawnBy: 'recipient', stage: 'approved',
        otherLines: [{ ...part, released: gbp(200_000) }, { ...later, released: gbp(40_000) }],
      })),
    ];
    const { views: seen, store: log } = await kept(own, registerViews, events);
    const left = async (on: string): Promise<number | undefined> => {
      const day = await readAsOf(toDate(on), log);
      return answerOf(await seen.ask(roundPage, { round: advice }, day.ok ? { asOf: day.asOf } : {}))?.fundAvailableMinor;
    };
    expect([await left('2014-03-02'), await left('2014-03-03'), await left('2014-03-04'), await left('2014-03-05')]).toEqual([1_500_000, 1_300_000, 1_260_000, 1_500_000]);
    await own.close();
  });

  it('budget that is moved leaves one fund and is in the other', async () => {
    const left = async (of: string, on?: string) => (await asked(roundPage, { round: of }, on))?.fundAvailableMinor;
    expect([await left(spring), await left(advice)]).toEqual([2_500_000, 1_500_000]);
    expect([await left(spring, '2014-02-09'), await left(advice, '2014-02-09')]).toEqual([4_000_000, 0]);
  });
});
