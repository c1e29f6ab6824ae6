import { showMoney } from '#kernel';
import { account, awards, fundingsList, milestonesPage, programmePage, savingsTotals, schemePage } from '#views';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

/** Stories 7 and 29: three rounds of digital projects on the terms of one scheme, and a programme that somebody else pays for. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'digital-experts', 'digital-programme');
  const rounds = async () => (await ask(programmePage, { programme: 'DIGEXP' }))?.rounds ?? [];

  describe('Digital Experts (story 7)', () => {
    it('gives 66 awards in three rounds of 27, 16 and 23', async () => {
      expect(await ask(awards, { programme: 'DIGEXP' })).toMatchObject({ total: 66 });
      const counts = await Promise.all((await rounds()).map(async ({ name, reference }) => [name, (await ask(awards, { round: reference })).total]));
      expect(counts).toEqual([['Early 2015', 27], ['2016: families, health and care, welfare reform', 16], ['February 2017: channel shift', 23]]);
    });

    it('commits all that each round was given, to the penny', async () => {
      expect((await rounds()).map(({ allocationMinor, leftMinor }) => [allocationMinor, leftMinor])).toEqual([[13_500_000, 0], [8_000_000, 0], [11_500_000, 0]]);
    });

    it('has each later round as a copy: the terms of the first, in a version 1 of its own', async () => {
      const [first, second, third] = await rounds();
      expect([second?.clonedFrom, third?.clonedFrom]).toEqual([first?.reference, second?.reference]);
      const [original, copy] = [await ask(schemePage, { round: first?.reference }), await ask(schemePage, { round: third?.reference })];
      expect(original).toMatchObject({ version: 1, designed: 1 });
      expect(copy).toMatchObject({ version: 1, designed: null, terms: original?.terms, sections: original?.sections });
    });

    it('delivered £2.6m of savings and income, projects £3m more, and never adds the two', async () => {
      const { chosen } = await ask(savingsTotals, { programme: 'DIGEXP', forecast: true, validated: true });
      const sum = async (basis: string, year: string) => {
        const found = (await ask(savingsTotals, { programme: 'DIGEXP', year })).byBasis.find((each) => each.basis === basis)?.sum;
        return found?.added ? `${found.qualifier} ${showMoney(found.amount)} ${found.label}` : undefined;
      };
      expect(await sum('validated', 'FY1617')).toBe('exact £2,600,000.00 savings or income');
      expect(await sum('forecast', 'FY1718')).toBe('about £3,000,000.00 cashable savings');
      expect(chosen).toMatchObject({ added: false, because: 'bases-differ' });
    });

    it('was rated green, after its case studies and its report', async () => {
      const { reached, ratings } = await ask(milestonesPage, { programme: 'DIGEXP' });
      expect(reached.map(({ kind, on }) => `${kind} ${on}`)).toEqual(['case-study 2016-10-03', 'report 2017-02-20']);
      expect(ratings).toMatchObject([{ rating: 'green', period: 'April to June 2017' }]);
      expect(await ask(programmePage, { programme: 'DIGEXP' })).toMatchObject({ evaluatorName: 'Evaluator of the digital projects, name not printed' });
    });

    it('knew of 27 awards only, before the second round', async () => {
      expect(await ask(awards, { programme: 'DIGEXP' }, { known: '2016-04-03' })).toMatchObject({ total: 27 });
    });
  });

  describe('the Digital Programme (story 29)', () => {
    it('is borne by a department, and no pound of it is in our books', async () => {
      const ours = async (code: string) => (await ask(account, { account: code, about: 'DIGPROG' }))?.total;
      expect((await ask(fundingsList, { programme: 'DIGPROG' })).costBearers).toMatchObject([{ name: 'Department for Communities and Local Government' }]);
      expect(await ask(awards, { programme: 'DIGPROG' })).toMatchObject({ total: 0 });
      for (const code of ['B:Available', 'B:Allocated', 'B:Approved', 'B:Spent', 'F:Expense:Grants', 'F:Asset:Bank']) expect([code, await ours(code)]).toEqual([code, 0]);
    });

    it('was endorsed, which commits nothing, and gives advice without an award', async () => {
      expect((await ask(milestonesPage, { programme: 'DIGPROG' })).decisions).toMatchObject([{ verbs: ['endorsed', 'supported'], item: '8' }]);
      expect((await ask(schemePage, { programme: 'DIGPROG' }))?.sections.slice(0, 2)).toEqual([
        { heading: 'What is given', sentences: ['Advice on digital services. Nothing is awarded for it.'] },
        { heading: 'How much', sentences: ['No money is given.'] },
      ]);
    });

    it('has had a Board member in the chair of its network since 4 March 2013', async () => {
      expect((await ask(milestonesPage, { programme: 'DIGPROG' })).reached).toMatchObject([{ on: '2013-03-04', title: expect.stringContaining('chaired by a member of the Board') as string }]);
    });

    it('was refused a round for project work, which left nothing behind', async () => {
      expect((await ask(programmePage, { programme: 'DIGPROG' }))?.rounds).toEqual([]);
    });
  });
});
