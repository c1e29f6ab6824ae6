import { gbp, toCode, toDate, toPerson, toReference } from '#kernel';
import { claim, claimEvents, costs, costsEvents, funding, fundingEvents } from '#domain/funding';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { account, examineLedger, ledgerViews } from '../ledgers/index.js';
import { answerOf, kept, told, type Told } from '../testing/told.js';
import { claimsList, fundingPage, fundingsList, fundingViews } from './index.js';

const KNAV = toCode('KNAV');
const council = { funder: toReference('OR', 'OR-2012-001'), funderName: 'Research Council' };
const [ours, theirs] = [toReference('FN', 'FN-2012-001'), toReference('FN', 'FN-2012-002')];
const [first, second] = [toReference('XC', 'XC-2012-001'), toReference('XC', 'XC-2012-002')];
const pounds = (amount: number) => gbp(amount * 100);
const term = { from: toDate('2012-05-01'), until: toDate('2013-04-30') };
const about = { programme: KNAV, ...council };
const claimed = { ...about, funding: ours, document: 'Claim', claimedBy: toPerson('finance') };

const history: readonly Told[] = [
  told(funding, ours, '2012-05-01', fundingEvents.FundingOffered({ ...about, funding: ours, amount: pounds(9_000), qualifier: 'exact', ...term, heldBy: 'us', purpose: 'travel' })),
  told(funding, theirs, '2012-05-02', fundingEvents.FundingOffered({ ...about, funding: theirs, amount: pounds(80_000), qualifier: 'about', ...term, heldBy: 'funder', purpose: 'a navigator', unspentOf: 'LARCI' })),
  told(funding, theirs, '2012-05-03', fundingEvents.FundingAssigned({ ...about, funding: theirs, to: KNAV, amount: pounds(80_000), qualifier: 'about', what: 'a navigator' })),
  told(funding, ours, '2012-06-01', fundingEvents.ExpenseIncurred({ ...about, funding: ours, amount: pounds(3_200), what: 'travel', document: 'Invoice 7' })),
  told(claim, first, '2012-06-10', claimEvents.ExpenseClaimed({ ...claimed, claim: first, amount: pounds(3_200) })),
  told(claim, first, '2012-06-20', claimEvents.ExpenseRejected({ ...about, funding: ours, claim: first, amount: pounds(3_200), reason: 'No receipt' })),
  told(claim, second, '2012-07-01', claimEvents.ExpenseClaimed({ ...claimed, claim: second, amount: pounds(3_200) })),
  told(funding, ours, '2012-07-05', fundingEvents.FundingVaried({ ...about, funding: ours, before: pounds(9_000), amount: pounds(15_300), beforeUntil: term.until, until: toDate('2014-04-30'), reason: 'A second year' })),
  told(funding, ours, '2012-07-06', fundingEvents.FundingVaried({ ...about, funding: ours, before: pounds(15_300), amount: pounds(10_000), beforeUntil: toDate('2014-04-30'), until: toDate('2014-04-30'), reason: 'Less' })),
  told(claim, second, '2012-08-01', claimEvents.ExpenseReimbursed({ ...about, funding: ours, claim: second, amount: pounds(3_200), bankReference: 'CREDIT 41' })),
  told(funding, theirs, '2012-11-28', fundingEvents.ContractorAppointed({
    funding: theirs, programme: KNAV, organisation: toReference('OR', 'OR-2012-002'), organisationName: 'Navigators', from: toDate('2012-11-28'), until: toDate('2015-12-31'), what: 'the navigator', months: 37, agreedMonths: 24,
  })),
  told(costs, KNAV, '2012-12-01', costsEvents.CostBearerRecorded({ programme: KNAV, organisation: council.funder, organisationName: council.funderName, what: 'rooms' })),
];

describe('Money of outside funders', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;

  beforeAll(async () => {
    ({ views, store } = await kept(opened, [...fundingViews, ...ledgerViews], history));
  });
  afterAll(() => opened.close());

  /** The answer as known at the end of a day, about what was so on a day. */
  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, { known, on }: { known?: string; on?: string } = {}): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }
  const held = async (path: string, clocks = {}) => (await asked(account, { account: path }, clocks))?.balanceMinor;

  it('each stands by itself, and together they are no surer than the less sure of them', async () => {
    expect(await asked(fundingsList, { programme: KNAV })).toMatchObject({
      fundings: [
        { funding: ours, qualifier: 'exact', offeredMinor: 900_000, amountMinor: 1_000_000, untilOn: '2014-04-30', heldBy: 'us' },
        { funding: theirs, qualifier: 'about', amountMinor: 8_000_000, assignedMinor: 8_000_000, heldBy: 'funder', unspentOf: 'LARCI' },
      ],
      total: { amountMinor: 9_000_000, qualifier: 'about' },
      uses: [{ funding: theirs, amountMinor: 8_000_000, qualifier: 'about' }],
      costBearers: [{ name: 'Research Council', what: 'rooms', sinceOn: '2012-12-01' }],
    });
  });

  it('what we spend is our cost until it is claimed, and nothing of it stays once all of it came back', async () => {
    const stood = async (clocks: object) => {
      const { incurredMinor, claimedMinor, receivedMinor, netCostMinor } = (await asked(fundingPage, { funding: ours }, clocks)) ?? {};
      return [incurredMinor, claimedMinor, receivedMinor, netCostMinor];
    };
    expect(await stood({ on: '2012-06-09' })).toEqual([320_000, 0, 0, 320_000]);
    expect(await stood({ on: '2012-06-15' })).toEqual([320_000, 320_000, 0, 0]);
    expect(await stood({ known: '2012-06-30' })).toEqual([320_000, 0, 0, 320_000]);
    expect(await stood({})).toEqual([320_000, 0, 320_000, 0]);
  });

  it('a claim is found with what became of it', async () => {
    expect(await asked(claimsList, { programme: KNAV })).toMatchObject([
      { claim: first, stage: 'rejected', answer: 'No receipt', claimedOn: '2012-06-10', answeredOn: '2012-06-20' },
      { claim: second, stage: 'reimbursed', answer: 'CREDIT 41' },
    ]);
    expect(await asked(claimsList, { programme: KNAV }, { on: '2012-06-15' })).toMatchObject([{ stage: 'claimed', document: 'Claim', answeredOn: null, answer: null }]);
  });

  it('a funding tells every variation, and that a contractor was engaged for longer than was agreed', async () => {
    const page = await asked(fundingPage, { funding: ours });
    expect(page?.amounts.map(({ amountMinor, reason }) => [amountMinor, reason])).toEqual([[900_000, null], [1_530_000, 'A second year'], [1_000_000, 'Less']]);
    expect((await asked(fundingPage, { funding: theirs }))?.contractors).toMatchObject([{ name: 'Navigators', months: 37, agreedMonths: 24, isLonger: true }]);
    expect(await asked(fundingPage, { funding: theirs }, { on: '2012-05-01' })).toBeUndefined();
  });

  it('the ledger keeps it apart from budgets, and the cost comes to nil', async () => {
    expect(await Promise.all(['U:Promise', 'U:Unclaimed', 'U:Claimed', 'U:Received'].map((each) => held(each)))).toEqual([9_000_000, -8_680_000, 0, -320_000]);
    expect(await held(`U:Unclaimed:${ours}`)).toBe(-680_000);
    expect(await Promise.all(['F:Expense:Reimbursable', 'F:Income:Reimbursed', 'F:Asset:Claims', 'F:Asset:Bank'].map((each) => held(each)))).toEqual([320_000, -320_000, 0, 0]);
    expect(await held('F:Asset:Bank', { on: '2012-07-31' })).toBe(-320_000);
    expect(await held('F:Asset:Claims', { on: '2012-07-31' })).toBe(320_000);
    expect(await held('F:Income:Reimbursed', { on: '2012-06-25' })).toBe(0);
  });

  it('every law of the ledger holds, those of payments among them', async () =>
    expect((await asked(examineLedger, {})).filter(({ breaches }) => breaches.length > 0)).toEqual([]));
});
