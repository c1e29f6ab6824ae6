import { gbp, showMoney, toCode } from '#kernel';
import type { Installation } from '#platform/installation';
import { readKnownAt, type AnyQuestion } from '#platform/view-store';
import { account, awards, awardPage, competition, milestonesPage, poolPage, programmePage, roundPage, savingsTotals, trialBalance, type AwardRow, type ProgrammePage, type YearOfProgress } from '#views';
import { checkLog } from '#platform/transparency';
import { demonstrationPlaybooks, playDemonstration } from '../../apps/server/demonstration.js';
import { openDemonstration } from '../support/demonstration-house.js';
import { onEveryStore } from './on-every-store.js';

/**
 * Stories 6, 8 and 31: Productivity Experts, Behavioural Insights and the auditor's replay over four programmes, in one store with all
 * the others, asked through the questions that pages, the API and `tally` ask. What the documents do not print is marked in the playbooks.
 */
onEveryStore((stage, tellRoot) => {
  let house: Installation;
  beforeAll(async () => {
    const playbooks = demonstrationPlaybooks('infra/demonstration');
    house = await openDemonstration(playbooks, stage());
    await playDemonstration(playbooks, house);
    await house.views.caughtUp();
  }, 120_000);
  afterAll(() => house.close());

  it('comes to the same root wherever it is kept', async () => tellRoot((await checkLog(house.store)).root));

  /** The end of a day, as a place in the log. */
  async function endOf(day: string): Promise<number> {
    const at = await readKnownAt(day, house.store);
    if (!at.ok) throw new Error(at.message);
    return at.position;
  }
  async function ask<Answer>(question: AnyQuestion<object, Answer>, input: object, day?: string): Promise<Answer> {
    const came = await house.views.ask(question, input, day === undefined ? {} : { knownAt: await endOf(day) });
    if (came.outcome !== 'answered') throw new Error(JSON.stringify(came));
    return came.answer;
  }
  async function programme(code: string, day?: string): Promise<ProgrammePage> {
    const found = await ask(programmePage as AnyQuestion<object, ProgrammePage | undefined>, { programme: toCode(code) }, day);
    if (!found) throw new Error(`There was no programme ${code}`);
    return found;
  }
  async function year(code: string, financialYear: string, day?: string): Promise<YearOfProgress> {
    const found = (await programme(code, day)).progress.find((each) => each.financialYear === financialYear);
    if (!found) throw new Error(`${code} had nothing in ${financialYear}`);
    return found;
  }
  const awardsOf = async (code: string, day?: string): Promise<readonly AwardRow[]> => (await ask(awards, { programme: code, size: 100 }, day)).rows;
  const pounds = (minor: number | null | undefined): string => showMoney(gbp(minor ?? 0));
  const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number | null): string => pounds(rows.reduce((sum, row) => sum + (of(row) ?? 0), 0));
  /** The day of the paper that reports on the programmes. */
  const paper = '2017-07-11';

  describe('Productivity Experts (story 6)', () => {
    it('helps 34 councils in 2016/17 for £204,000.00, nine councils and £1,500,000.00 above its target', async () => {
      const reached = await year('PRODEXP', 'FY1617', paper);
      expect(reached).toMatchObject({ awards: 34, councils: 34, councilsTarget: 25, councilsToGo: -9 });
      expect([pounds(reached.grantMinor), pounds(reached.savingsTargetMinor), pounds(reached.savingsToGoMinor)]).toEqual(['£204,000.00', '£25,000,000.00', '-£1,500,000.00']);
    });

    it('forecasts £129.90 of savings for each pound of grant', async () => {
      expect((await year('PRODEXP', 'FY1617', paper)).savingsForAPound).toBe(12_990);
    });

    it('stands at £66,000.00 with 11 councils in 2017/18: 14 councils, £17.7m of savings and £84,000.00 of grant to go', async () => {
      const so = await year('PRODEXP', 'FY1718', paper);
      expect(so).toMatchObject({ awards: 11, councils: 11, councilsTarget: 25, councilsToGo: 14 });
      expect([so.grantMinor, so.savingsToGoMinor, so.grantNeedMinor, so.grantToGoMinor].map(pounds)).toEqual(['£66,000.00', '£17,700,000.00', '£150,000.00', '£84,000.00']);
    });

    it('says "savings or income" of the £7.3m, as the paper does, and not savings', async () => {
      expect((await year('PRODEXP', 'FY1718', paper)).forecast).toMatchObject({ added: true, label: expect.stringContaining('savings or income') as string });
    });

    it('keeps the £133m over its lifetime apart, and refuses to add it to a forecast', async () => {
      const { byBasis, chosen } = await ask(savingsTotals, { programme: 'PRODEXP', forecast: true, lifetime: true }, paper);
      expect(byBasis.map(({ basis, sum }) => [basis, sum.added ? showMoney(sum.amount) : sum])).toEqual([
        ['forecast', '£33,800,000.00'],
        ['claimed', '£0.00'],
        ['validated', '£0.00'],
        ['lifetime', '£133,000,000.00'],
      ]);
      expect(chosen).toMatchObject({ added: false });
    });

    it('works from a pool of nine experts, one with each council', async () => {
      const pool = await ask(poolPage, { programme: 'PRODEXP' }, paper);
      expect(pool.map(({ stage }) => stage)).toEqual(Array(9).fill('in-pool'));
      const helped = pool.flatMap(({ awards: each }) => each.map(({ award }) => award));
      expect([helped.length, new Set(helped).size]).toEqual([45, 45]);
    });

    it('claims £3.2m later and has £3.0m of it validated, by somebody else', async () => {
      const validated = async (day?: string) => (await ask(savingsTotals, { programme: 'PRODEXP', year: 'FY1617' }, day)).byBasis.find(({ basis }) => basis === 'validated')?.sum;
      expect(await validated()).toMatchObject({ amount: gbp(300_000_000) });
      expect(await validated(paper)).toMatchObject({ amount: gbp(0) });
    });
  });

  describe('Behavioural Insights (story 8)', () => {
    const phase = async (number: string, day?: string): Promise<readonly AwardRow[]> => {
      const rounds = (await programme('BEHAVIOURAL', day)).rounds.filter(({ name }) => name.startsWith(`Phase ${number}`));
      return (await awardsOf('BEHAVIOURAL', day)).filter(({ round }) => rounds.some(({ reference }) => reference === round));
    };

    it('gives £150,000.00 in phase 1 and £120,000.00 in phase 2, £270,000.00 in all', async () => {
      const [first, second] = [await phase('1', paper), await phase('2', paper)];
      expect([sumOf(first, (each) => each.agreedMinor), sumOf(second, (each) => each.agreedMinor), sumOf([...first, ...second], (each) => each.agreedMinor)]).toEqual(['£150,000.00', '£120,000.00', '£270,000.00']);
    });

    it('requires £120,000.00 of match and has £115,000.00: one award is short, by £5,000.00', async () => {
      const second = await phase('2', paper);
      expect([sumOf(second, (each) => each.matchRequiredMinor), sumOf(second, (each) => each.matchVerifiedMinor), sumOf(second, (each) => each.matchGapMinor)]).toEqual(['£120,000.00', '£115,000.00', '£5,000.00']);
      expect(second.filter(({ matchGapMinor }) => matchGapMinor > 0).map(({ recipientName }) => recipientName)).toEqual(['Tunbridge Wells Borough Council']);
    });

    it('comes to £235,000.00 with verified match in phase 2, and to £240,000.00 once everything required is there', async () => {
      const second = await phase('2', paper);
      expect([sumOf(second, (each) => (each.agreedMinor ?? 0) + each.matchVerifiedMinor), sumOf(second, (each) => (each.agreedMinor ?? 0) + each.matchRequiredMinor)]).toEqual(['£235,000.00', '£240,000.00']);
      expect(sumOf([...(await phase('1', paper)), ...second], (each) => (each.agreedMinor ?? 0) + each.matchRequiredMinor)).toBe('£390,000.00');
    });

    it('was rated amber, and keeps the eight councils and the four projects of phase 2 that the paper prints', async () => {
      const { ratings, discrepancies } = await ask(milestonesPage, { programme: 'BEHAVIOURAL' }, paper);
      expect(ratings).toMatchObject([{ rating: 'amber', period: 'April to June 2017' }]);
      expect(discrepancies.flatMap(({ printed }) => printed.map(({ figure }) => figure))).toEqual(['a further eight councils', 'four further projects']);
    });

    it('counts 7 projects and 13 councils, three of them against a target of five', async () => {
      expect((await awardsOf('BEHAVIOURAL', paper)).length).toBe(7);
      expect((await year('BEHAVIOURAL', 'FY1516', paper)).councils + (await year('BEHAVIOURAL', 'FY1617', paper)).councils).toBe(13);
      expect(await year('BEHAVIOURAL', 'FY1516', paper)).toMatchObject({ councils: 3 });
      expect(await year('BEHAVIOURAL', 'FY1617', paper)).toMatchObject({ councilsTarget: 5, councils: 10 });
    });

    it('shares the match of a joint bid among its councils, and names the one that is short', async () => {
      const wells = (await phase('2', paper)).find(({ recipientName }) => recipientName.startsWith('Tunbridge'));
      const page = await ask(awardPage as AnyQuestion<object, { readonly sources: readonly { readonly name: string; readonly shareMinor: number | null; readonly verifiedMinor: number }[] } | undefined>, { award: wells?.reference }, paper);
      expect(page?.sources).toHaveLength(6);
      expect(page?.sources.every(({ shareMinor }) => shareMinor === 500_000)).toBe(true);
      expect(page?.sources.filter(({ verifiedMinor }) => verifiedMinor === 0).map(({ name }) => name)).toEqual(['Neighbouring district 5, name not printed']);
    });

    it('expects to avoid costs of over £15m, which is no saving of cash', async () => {
      const { byBasis } = await ask(savingsTotals, { programme: 'BEHAVIOURAL', year: 'FY1718' }, paper);
      expect(byBasis[0]).toMatchObject({ basis: 'forecast', sum: { added: true, amount: gbp(1_500_000_000), qualifier: 'over', label: expect.stringContaining('avoided cost') as string } });
    });

    it('scored and ranked phase 2: four recommended, one in reserve, one not placed', async () => {
      const round = (await programme('BEHAVIOURAL', paper)).rounds.find(({ name }) => name.startsWith('Phase 2'));
      const ranked = await ask(competition, { round: round?.reference }, paper);
      expect(ranked.rows.map(({ placed }) => placed)).toEqual(['recommended', 'recommended', 'recommended', 'recommended', 'reserve', 'not-placed']);
      const terms = await ask(roundPage, { round: round?.reference }, paper);
      expect(terms).toMatchObject({ terms: 'fixed', termsMinor: 3_000_000, matchRatio: 100, criteria: [{ weight: 40 }, { weight: 35 }, { weight: 25 }] });
    });
  });

  describe('the auditor’s replay across four programmes (story 31)', () => {
    const four = ['CATMAN', 'FUTURE', 'BEHAVIOURAL', 'PRODEXP'];
    const replayed = [
      ['2012-06-13', '£160,000.00', '£40,000.00', '£200,000.00'],
      ['2012-11-02', '£245,500.00', '£0.00', '£245,500.00'],
      ['2013-01-15', '£245,500.00', '£0.00', '£245,500.00'],
      [paper, '£785,500.00', '£0.00', '£785,500.00'],
    ] as const;

    it.each(replayed)('as known on %s, %s was agreed and %s approved as ceilings: %s', async (day, agreed, ceilings, committed) => {
      const rows = (await Promise.all(four.map((code) => awardsOf(code, day)))).flat();
      const isCeiling = ({ stage: at }: AwardRow): boolean => at === 'approved';
      expect([rows.filter((row) => !isCeiling(row)), rows.filter(isCeiling), rows].map((some) => sumOf(some, (each) => each.committedMinor))).toEqual([agreed, ceilings, committed]);
      const pages = await Promise.all(four.map((code) => ask(programmePage as AnyQuestion<object, ProgrammePage | undefined>, { programme: toCode(code) }, day)));
      expect(sumOf(pages, (page) => page?.committedMinor ?? 0)).toBe(committed);
    });

    it.each(replayed)('finds the same in the ledger on %s, by the account that it is held in', async (day, agreed, ceilings, committed) => {
      const held = async (...codes: readonly string[]): Promise<number> => {
        let sum = 0;
        for (const code of codes) for (const about of four) sum -= (await ask(account, { account: code, about }, day))?.balanceMinor ?? 0;
        return sum;
      };
      expect([await held('B:Agreed', 'B:Authorised', 'B:Spent'), await held('B:Approved'), await held('B:Approved', 'B:Agreed', 'B:Authorised', 'B:Spent')].map(pounds)).toEqual([agreed, ceilings, committed]);
    });

    it('balances in every sub-ledger on each of the days', async () => {
      for (const day of ['2012-06-13', '2012-11-02', '2013-01-15', paper]) {
        for (const { ledger, accounts } of await ask(trialBalance, {}, day)) expect([day, ledger, accounts.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0)]).toEqual([day, ledger, 0]);
      }
    });
  });
});
