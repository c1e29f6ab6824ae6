import { awardPage, examineLedger, trialBalance } from '#views';
import { played, type Played } from './played.js';

/** Money and days, two funds, a gate between phases, and an outside funder whose money is claimed back: a scheme that is only a file. */
describe('Warm Libraries, a scheme that no line of code knows', () => {
  let story: Played;
  beforeAll(async () => {
    story = await played('warm-libraries.yaml');
  }, 60_000);
  afterAll(() => story.close());

  const alder = () => story.named('$alder-award');

  it('plays to its end, and refuses what its terms refuse', () => {
    expect(story.report.stopped).toBeUndefined();
    expect([story.report.refused, story.report.skipped]).toEqual([18, []]);
  });

  it('bears £9,999.99 with £5,999.99 of its own and £4,000.00 of the trust, and pays all of it', async () => {
    expect(await story.bucketsOf(`award.${alder()}`)).toMatchObject({ approved: 0, agreed: 0, authorised: 0, spent: 599_999 });
    expect(await story.bucketsOf(`award.${alder()}.1`)).toMatchObject({ agreed: 0, spent: 400_000 });
  });

  it('signs £11,000.01 below a ceiling of £12,000.00, and each fund gets back its own part', async () => {
    expect(await story.bucketsOf(`award.${story.named('$birch-award')}`)).toMatchObject({ agreed: 660_001 });
    expect(await story.bucketsOf(`award.${story.named('$birch-award')}.1`)).toMatchObject({ agreed: 440_000 });
  });

  it('gives back to both funds what a withdrawn award held, to the penny', async () => {
    expect(await story.bucketsOf('fund.LIBRARIES.FY1819')).toMatchObject({ available: 3_000_000, allocated: 3_000_000 });
    expect(await story.bucketsOf(`round.${story.named('$round')}`)).toMatchObject({ allocated: 3_000_000 - 599_999 - 660_001, approved: 599_999 + 660_001 });
    expect(await story.bucketsOf('fund.WARM-TRUST.FY1819')).toMatchObject({ available: 1_000_000 - 400_000 - 440_000, allocated: 400_000 + 440_000 });
  });

  it('uses six days of an expert and not a seventh, and releases what nobody needs', async () => {
    expect(await story.bucketsOf(`days.${alder()}`)).toEqual({ left: 0, logged: 600 });
    expect(await story.bucketsOf(`days.${story.named('$birch-award')}`)).toEqual({ left: 0, released: 250 });
    expect(await story.bucketsOf(`days.${story.named('$cedar-award')}`)).toEqual({ left: 0, released: 100 });
  });

  it('flags the body that only meets what is required, and says which rule of which version', async () => {
    const submitted = await story.happened('ApplicationSubmitted');
    const verdicts = submitted.map(({ verdicts: of }) => (of as readonly { rule: string; version: number; met: boolean }[]).map(({ rule, version, met }) => `${rule} ${version} ${String(met)}`));
    expect(verdicts).toEqual([['open-hours 1 true', 'step-free 1 true'], ['open-hours 1 true', 'step-free 1 false'], ['open-hours 1 true', 'step-free 1 true']]);
    expect(submitted.map(({ lateBecause }) => lateBecause)).toEqual([undefined, undefined, 'The post was late']);
  });

  it('claims back what it spent on blankets until it costs nothing', async () => {
    expect(await story.bucketsOf(`funding.${story.named('$blankets')}`)).toEqual({ unclaimed: 0, claimed: 0, received: 320_000 });
  });

  it('adds up in every ledger: money of two funds, days apart from money, and a cost that came back whole', async () => {
    const accounts = (await story.ask(trialBalance, {})).flatMap((ledger) => ledger.accounts.map(({ account, balanceMinor }) => [account, balanceMinor] as const));
    expect(Object.fromEntries(accounts)).toMatchObject({
      'B:Authority': 7_000_000, 'B:Available': -3_160_000, 'B:Allocated': -1_740_000, 'B:Approved': 0, 'B:Agreed': -1_100_001, 'B:Spent': -999_999,
      'F:Expense:Grants': 999_999, 'F:Asset:Bank': -999_999, 'F:Expense:Reimbursable': 320_000, 'F:Income:Reimbursed': -320_000, 'F:Asset:Claims': 0,
      'U:Promise': 320_000, 'U:Unclaimed': 0, 'U:Claimed': 0, 'U:Received': -320_000,
      'D:Ceiling': 600, 'D:Left': 0, 'D:Logged': -600,
    });
  });

  it('leaves the ledger in order, and the page of the award with its figures', async () => {
    expect((await story.ask(examineLedger, {})).flatMap(({ breaches }) => breaches)).toEqual([]);
    expect(await story.ask(awardPage, { award: alder() })).toMatchObject({ stage: 'agreed', agreedMinor: 999_999, paidMinor: 999_999 });
  });
});
