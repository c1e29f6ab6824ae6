import { gbp, showMoney } from '#kernel';
import { awards, bodyAwards, milestonesPage, poolPage, reportsPage, search, tagTotals } from '#views';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

const pounds = (minor: number): string => showMoney(gbp(minor));

/** Story 1: eight pilots of a fixed sum, one of which another council takes over without rewriting what was. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'future-councils', 'pilots-in-category-management');
  const bodies = new Map<string, string>();
  beforeAll(async () => {
    for (const name of ['Rochdale', 'Manchester City', 'NEPO']) {
      const { found } = await ask(search, { words: name });
      bodies.set(name, found.find(({ kind }) => kind === 'organisation')?.reference ?? 'nobody');
    }
  });
  const held = async (name: string, clocks?: Parameters<typeof ask>[2]) => {
    const { asLead, asPartner, leadMinor, partnerMinor } = await ask(bodyAwards, { organisation: bodies.get(name) }, clocks);
    return { lead: [asLead.length, pounds(leadMinor)], partner: [asPartner.length, pounds(partnerMinor)], roles: [...new Set(asPartner.map(({ role }) => role))] };
  };

  it('makes eight awards, and commits £160,000.00', async () => {
    const { rows } = await ask(awards, { programme: 'CATMAN', size: 100 }, { known: '2012-06-13' });
    expect([rows.length, pounds(rows.reduce((sum, { committedMinor }) => sum + committedMinor, 0))]).toEqual([8, '£160,000.00']);
    expect(new Set(rows.map(({ paidMinor }) => pounds(paidMinor)))).toEqual(new Set(['£20,000.00']));
  });

  it('comes to £160,000.00 by category, each pilot counted once', async () => {
    const { rows, untagged } = await ask(tagTotals, { programme: 'CATMAN', set: 'category' });
    expect(rows.map(({ value, worthMinor }) => [value, pounds(worthMinor)])).toEqual([
      ['corporate services', '£60,000.00'], ['highways', '£20,000.00'], ['property', '£20,000.00'], ['social care', '£40,000.00'], ['waste', '£20,000.00'],
    ]);
    expect(untagged).toBe(0);
  });

  it('has three pilots, worth £60,000.00, that NEPO supports and does not lead', async () => {
    expect(await held('NEPO', { on: '2012-06-13' })).toEqual({ lead: [0, '£0.00'], partner: [3, '£60,000.00'], roles: ['supported-by'] });
  });

  it.each([
    ['known', { known: '2012-06-14' }, { known: '2012-06-15' }],
    ['so', { on: '2012-06-14' }, { on: '2012-06-15' }],
  ])('was Rochdale’s until Manchester took over on 15 June 2012, as it was %s', async (_, before, after) => {
    expect([(await held('Rochdale', before)).lead, (await held('Manchester City', before)).lead]).toEqual([[1, '£20,000.00'], [0, '£0.00']]);
    expect([(await held('Rochdale', after)).lead, (await held('Manchester City', after)).lead]).toEqual([[0, '£0.00'], [1, '£20,000.00']]);
    for (const clocks of [before, after]) {
      const { rows } = await ask(awards, { programme: 'CATMAN', size: 100 }, clocks);
      expect(pounds(rows.reduce((sum, { committedMinor }) => sum + committedMinor, 0))).toBe('£160,000.00');
    }
  });

  it('has a mentor for each pilot, and was launched on 25 May 2012', async () => {
    const helped = (await ask(poolPage, { programme: 'CATMAN' })).flatMap((mentor) => mentor.awards.map(({ award }) => award));
    expect([helped.length, new Set(helped).size]).toEqual([8, 8]);
    expect((await ask(milestonesPage, { programme: 'CATMAN' })).reached.filter(({ kind }) => kind === 'event').map(({ on }) => on)).toEqual(['2012-05-25']);
  });

  it('tells who leads in law from who delivers, manages or only takes part', async () => {
    const roleOf = async (name: string) => {
      const { found } = await ask(search, { words: name });
      const { asLead, asPartner } = await ask(bodyAwards, { organisation: found.find(({ kind }) => kind === 'organisation')?.reference });
      return [asLead.length, asPartner.map(({ role }) => role)];
    };
    expect(await Promise.all(['Procurement Lincolnshire', 'iNetwork', 'AGMA'].map(roleOf))).toEqual([[0, ['delivery-lead']], [0, ['managed-by']], [0, ['partner']]]);
  });

  it('is owed eight reports on June 2012, received seven, and one is overdue', async () => {
    expect(await ask(reportsPage, { programme: 'CATMAN', period: '2012-06' }, { on: '2012-07-31' })).toMatchObject({ due: 8, received: 7, overdue: 1 });
  });

  it('says "over 70 councils" as it is printed, and never a number', async () => {
    const told = JSON.stringify(await ask(milestonesPage, { programme: 'CATMAN' }));
    expect(told).toContain('over 70 councils');
    expect(told).toContain('70 local authorities');
    expect(told).not.toMatch(/:70[,}]/);
  });

  it('has spent all of its fund when the pilots close, and none of it comes back', async () => {
    const { rows } = await ask(awards, { programme: 'CATMAN', size: 100 });
    expect(new Set(rows.map(({ stage, committedMinor, paidMinor }) => `${stage} ${pounds(committedMinor)} ${pounds(paidMinor)}`))).toEqual(new Set(['closed £20,000.00 £20,000.00']));
  });
});
