import { account, applicationsList, awards, breakdown, daysGiven, exceptionsList, intake, organisationPage, poolPage, programmePage, trialBalance } from '#views';
import { appendixA } from './appendix-a.js';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

/** Story 5: up to fourteen days of help for each authority, no money, and an appendix with a row more than its paragraph says. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'future-councils', 'growth-advisers');
  let [first, second] = ['', ''];
  beforeAll(async () => {
    const rounds = (await ask(programmePage, { programme: 'GROWTH' }))?.rounds ?? [];
    const called = (name: string) => rounds.find((each) => each.name === name)?.reference ?? 'no round';
    [first, second] = [called('First round'), called('Second round')];
  });
  const rowsOf = async (round: string) => (await ask(applicationsList, { round, size: 100 })).rows;
  const daysOf = async (name: string) => (await ask(daysGiven, { about: 'GROWTH' })).awards.find(({ recipientName }) => recipientName === name);

  it('has 33 rows where the paper says 32, and keeps both', async () => {
    expect(await rowsOf(second)).toHaveLength(33);
    const { rows } = await ask(exceptionsList, { about: second });
    expect(rows).toMatchObject([{ kind: 'count', sentence: expect.stringContaining('states 32 applications and the register lists 33') as string }]);
  });

  it('gives 406 days in the first round, and in both 854 as the paper states or 868 as it lists', async () => {
    const [ofFirst, ofSecond] = [(await rowsOf(first)).length, (await rowsOf(second)).length];
    const [{ stated } = { stated: 0 }] = (await ask(intake, { round: second })).counts;
    expect([ofFirst, stated, ofSecond, ofFirst + stated, ofFirst + ofSecond].map((councils) => [councils, councils * 14])).toEqual([[29, 406], [32, 448], [33, 462], [61, 854], [62, 868]]);
    expect((await ask(daysGiven, { about: 'GROWTH' }, { known: '2014-01-01' })).total.approvedHundredths).toBe(40_600);
    expect((await ask(daysGiven, { about: 'GROWTH' })).total).toMatchObject({ approvedHundredths: 86_800, loggedHundredths: 1_400, releasedHundredths: 1_400, leftHundredths: 84_000 });
    expect(await ask(awards, { programme: 'GROWTH', stage: 'approved' })).toMatchObject({ total: 62 });
  });

  it('breaks the rows down by type and by region as printed', async () => {
    const { byType, byRegion } = await ask(breakdown, { about: second });
    expect(byType.map(({ of, applications }) => [of, applications])).toEqual([['district', 20], ['unitary', 7], ['metropolitan', 4], ['london-borough', 2]]);
    expect(byRegion.map(({ of, applications }) => [of, applications])).toEqual([
      ['South East', 9], ['East Midlands', 7], ['East of England', 4], ['North West', 3], ['South West', 3], ['London', 2], ['West Midlands', 2], ['Yorkshire and the Humber', 2], ['North East', 1],
    ]);
  });

  it('keeps the appendix row by row as it is printed, with the types and regions that stand there', async () => {
    const types: Readonly<Record<string, string>> = { district: 'Shire District', unitary: 'English Unitary', metropolitan: 'Metropolitan District', 'london-borough': 'London Borough' };
    const bodies = await Promise.all((await rowsOf(second)).map(({ organisation }) => ask(organisationPage, { organisation })));
    expect(bodies.map((body) => [body?.name, types[body?.type ?? ''], body?.region, Math.max(1, body?.members.length ?? 0)])).toEqual(appendixA);
  });

  it('knows the twelve councils that stand in five joint rows, and forty in all', async () => {
    const rows = await rowsOf(second);
    const members = await Promise.all(rows.map(async ({ organisation }) => (await ask(organisationPage, { organisation }))?.members.length ?? 0));
    const joint = members.filter((many) => many > 0);
    expect([joint.length, joint.reduce((a, b) => a + b, 0), rows.length - joint.length + joint.reduce((a, b) => a + b, 0)]).toEqual([5, 12, 40]);
  });

  it('uses all of Oxford’s fourteen days, ten of which its adviser had promised, and values them apart from money', async () => {
    const oxford = await daysOf('Oxford City Council');
    expect(oxford).toMatchObject({ approvedHundredths: 1_400, loggedHundredths: 1_400, leftHundredths: 0, dayRateMinor: 50_000, valuedFor: 'subsidy', valueMinor: 700_000 });
    expect(oxford?.log.map(({ change, leftHundredths }) => [change, leftHundredths])).toEqual([['approved', 1_400], ['logged', 1_000], ['logged', 400], ['logged', 0]]);
    expect(await ask(poolPage, { programme: 'GROWTH' })).toMatchObject([{ availability: [{ financialYear: 'FY1314', daysHundredths: 2_000 }], awards: [{ recipientName: 'Oxford City Council', daysHundredths: 1_000 }] }]);
    expect(await daysOf('Growth authority 1, name not printed')).toMatchObject({ releasedHundredths: 1_400, leftHundredths: 0 });
  });

  it('is a ledger of days, in which there is no penny', async () => {
    const balances = await ask(trialBalance, {});
    const days = balances.find(({ ledger }) => ledger === 'D');
    expect(days).toMatchObject({ unit: 'DAY', accounts: [{ account: 'D:Ceiling', balanceMinor: 85_400 }, { account: 'D:Left', balanceMinor: -84_000 }, { account: 'D:Logged', balanceMinor: -1_400 }] });
    expect(await ask(programmePage, { programme: 'GROWTH' })).toMatchObject({ committedMinor: 0 });
    for (const code of ['B:Allocated', 'B:Approved', 'B:Agreed', 'B:Spent', 'F:Expense:Grants', 'F:Asset:Bank']) expect([code, await ask(account, { account: code, about: 'GROWTH' })]).toEqual([code, expect.objectContaining({ total: 0, balanceMinor: 0 })]);
  });
});
