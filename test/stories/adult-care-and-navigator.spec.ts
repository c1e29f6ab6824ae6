import { showMoney } from '#kernel';
import { account, awards, exceptionsList, fundingPage, fundingsList, milestonesPage, phasesPage, programmePage, reportsPage, tagTotals } from '#views';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

/** Stories 3 and 15: two phases with a gate between them, and money that an outside funder holds. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'adult-social-care', 'future-councils', 'knowledge-navigator');

  const at = (known?: string) => (known === undefined ? {} : { known });
  /** What an account holds about a thing: debits positive, in words. */
  const held = async (of: string, about: string, known?: string): Promise<string> => showMoney({ minor: (await ask(account, { account: of, about }, at(known)))?.balanceMinor ?? 0, currency: 'GBP' });

  describe('Adult Social Care Efficiency (story 3)', () => {
    const counted = async (known?: string) => (await ask(phasesPage, { programme: 'ASCE' }, at(known))).phases.map(({ phase, started, inIt, awaiting }) => ({ phase, started, inIt, awaiting }));

    it('has 44 projects, 42 of councils, one regional and one sub-regional, and authorities that are at least as many', async () => {
      const { rows } = await ask(awards, { programme: 'ASCE', size: 100 });
      const joint = rows.filter(({ recipientName }) => /region/i.test(recipientName)).map(({ recipientName }) => recipientName);
      expect([rows.length - joint.length, joint.length, joint.filter((name) => /sub-region/i.test(name)).length]).toEqual([42, 2, 1]);
      expect(rows.map(({ recipientName }) => recipientName)).toContain('Kingston upon Thames');
      expect((await ask(milestonesPage, { programme: 'ASCE' })).discrepancies).toMatchObject([{ printed: [{ figure: expect.stringContaining('44 projects') as string }, { figure: '44 local authorities' }] }]);
    });

    it('has 44 projects, of which 40 deliver and 4 wait for their plan', async () => {
      expect(await ask(awards, { programme: 'ASCE' })).toMatchObject({ total: 44 });
      expect(await counted()).toEqual([{ phase: 'diagnostic', started: 44, inIt: 4, awaiting: 0 }, { phase: 'delivery', started: 40, inIt: 40, awaiting: 4 }]);
      const waiting = (await ask(phasesPage, { programme: 'ASCE' })).awards.filter(({ awaits }) => awaits.length > 0);
      expect(waiting.map(({ recipientName, awaits }) => `${recipientName}: ${awaits.join()}`)).toEqual([39, 40, 41, 42].map((n) => `Social care council ${n}, name not printed: Implementation plan`));
    });

    it('had nobody in the second phase before the plans were accepted', async () => {
      expect(await counted('2012-02-29')).toEqual([{ phase: 'diagnostic', started: 0, inIt: 0, awaiting: 0 }, { phase: 'delivery', started: 0, inIt: 0, awaiting: 0 }]);
      expect(await counted('2012-09-16')).toEqual([{ phase: 'diagnostic', started: 44, inIt: 44, awaiting: 0 }, { phase: 'delivery', started: 0, inIt: 0, awaiting: 44 }]);
    });

    it('spent £440,000.00 in its first phase and nothing in its second', async () => {
      const [round] = (await ask(programmePage, { programme: 'ASCE' }))?.rounds ?? [];
      expect(round).toMatchObject({ allocationMinor: 44_000_000, leftMinor: 0 });
      expect(await held('B:Spent', 'ASCE')).toBe('-£440,000.00');
      expect(await held('B:Spent', 'ASCE', '2012-09-30')).toBe('-£440,000.00');
      expect(await held('B:Agreed', 'ASCE')).toBe('£0.00');
    });

    it('received a diagnostic report of every project', async () => {
      expect(await ask(reportsPage, { programme: 'ASCE' })).toMatchObject({ due: 44, received: 44, missing: 0 });
      expect(await ask(reportsPage, { programme: 'ASCE' }, { known: '2012-06-28' })).toMatchObject({ due: 44, received: 0, missing: 44 });
    });

    it('reached its milestones in the order of their days', async () => {
      const { reached } = await ask(milestonesPage, { programme: 'ASCE' });
      expect(reached.filter(({ kind }) => kind !== 'visit').map(({ on, kind }) => `${on.slice(0, kind === 'report' && on.startsWith('2012') ? 10 : 7)} ${kind}`)).toEqual(['2012-01 launch', '2012-11-27 report', '2013-07 report', '2014-07 report']);
      expect(reached.filter(({ kind }) => kind === 'visit').map(({ on }) => on.slice(0, 7))).toEqual(['2014-03', '2014-05']);
    });

    it('has twelve projects that join health and care, seven of them pioneers', async () => {
      const { rows, untagged } = await ask(tagTotals, { programme: 'ASCE', set: 'integration' });
      expect([...rows.map(({ value, awards: count }) => [value, count]), ['without', untagged]]).toEqual([['other', 5], ['pioneer', 7], ['without', 32]]);
    });

    it('was noted and asked about, which committed nothing', async () => {
      const { decisions } = await ask(milestonesPage, { programme: 'ASCE' });
      expect(decisions.map(({ on, verbs }) => `${on} ${verbs.join(' and ')}`)).toEqual(['2012-11-02 noted and asked']);
      expect([await held('B:Agreed', 'ASCE', '2012-11-01'), await held('B:Agreed', 'ASCE', '2012-11-02')]).toEqual(['£0.00', '£0.00']);
    });
  });

  describe('Knowledge Navigator (story 15)', () => {
    it('was varied by £70,000.00, 70 per cent, to £170,000.00 until a year later', async () => {
      const [navigator] = (await ask(fundingsList, { programme: 'KNAV' })).fundings;
      expect(navigator).toMatchObject({ offeredMinor: 10_000_000, amountMinor: 17_000_000, untilOn: '2014-04-15', qualifier: 'exact', heldBy: 'funder' });
      expect((await ask(fundingsList, { programme: 'KNAV' }, { known: '2012-07-01' })).fundings).toMatchObject([{ amountMinor: 10_000_000, untilOn: '2013-04-15' }]);
      const { offeredMinor = 0, amountMinor = 0 } = navigator ?? {};
      expect([showMoney({ minor: amountMinor - offeredMinor, currency: 'GBP' }), ((amountMinor - offeredMinor) * 100) / offeredMinor]).toEqual(['£70,000.00', 70]);
    });

    it('keeps the two fundings apart, and calls their sum approximate', async () => {
      const { fundings, total, netCostMinor } = await ask(fundingsList, { programme: 'KNAV' });
      expect(fundings.map(({ amountMinor, qualifier, unspentOf }) => [amountMinor, qualifier, unspentOf])).toEqual([[17_000_000, 'exact', null], [8_000_000, 'about', 'Local Authorities Research Council Initiative']]);
      expect({ total, netCostMinor }).toEqual({ total: { amountMinor: 25_000_000, qualifier: 'about' }, netCostMinor: 0 });
    });

    it('cost our own books nothing: the memorandum holds all of it', async () => {
      for (const code of ['B:Available', 'B:Allocated', 'B:Agreed', 'B:Spent', 'F:Expense:Grants', 'F:Expense:Reimbursable', 'F:Asset:Bank']) expect([code, await held(code, 'KNAV')]).toEqual([code, '£0.00']);
      expect([await held('U:Promise', 'KNAV'), await held('U:Unclaimed', 'KNAV')]).toEqual(['£250,000.00', '-£250,000.00']);
    });

    it('has its contractor for 37 months where two years were agreed, which is told as an exception', async () => {
      const [navigator] = (await ask(fundingsList, { programme: 'KNAV' })).fundings;
      expect((await ask(fundingPage, { funding: navigator?.funding }))?.contractors).toMatchObject([{ name: 'PRA Consultancy Services Limited', months: 37, agreedMonths: 24, isLonger: true }]);
      const { rows } = await ask(exceptionsList, { about: navigator?.funding });
      expect(rows.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/37.*24/), expect.stringMatching(/varied to last until 15 April 2014/)]);
    });

    it('delivered twelve reviews, within the 12 to 15 that were agreed; eleven were below', async () => {
      expect((await ask(milestonesPage, { programme: 'KNAV' })).agreed).toEqual([{ kind: 'report', least: 12, most: 15, reached: 12, standing: 'within' }]);
      expect((await ask(milestonesPage, { programme: 'KNAV' }, { known: '2015-10-18' })).agreed).toMatchObject([{ reached: 11, standing: 'below' }]);
    });

    it('was noted and asked about on the same day', async () => {
      const { decisions } = await ask(milestonesPage, { programme: 'KNAV' });
      expect(decisions.map(({ on, verbs }) => `${on} ${verbs.join(' and ')}`)).toEqual(['2012-11-02 noted and asked']);
    });
  });
});
