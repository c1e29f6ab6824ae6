import { showMoney, gbp } from '#kernel';
import { account, frameworksList, milestonesPage, organisationPage, programmePage } from '#views';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

/** Story 18: a framework in place of a grant, and what each resident gained by it. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'future-councils', 'pilots-in-category-management', 'energy-switching');
  const framework = async (clocks = {}) => (await ask(frameworksList, { programme: 'ENERGY' }, clocks))[0];

  it('has two members and two partners, and is free to use', async () => {
    expect(await framework()).toMatchObject({
      stage: 'launched', chargeMinor: 0, members: [{ organisationName: 'Essex County Council' }, { organisationName: 'Lincolnshire County Council' }],
      partners: [{ organisationName: 'North East Purchasing Organisation (NEPO)' }, { organisationName: 'iChoosr' }],
    });
    expect(await framework({ on: '2013-12-31' })).toMatchObject({ stage: 'planned', members: [], chargeMinor: null });
    expect(await framework({ known: '2013-01-14' })).toBeUndefined();
  });

  it('saves residents about £16,250,000.00 a year: 130,000 of them £125.00 on average', async () => {
    const [outcome] = (await framework())?.outcomes ?? [];
    expect(outcome).toMatchObject({ people: 130_000, eachMinor: 12_500, qualifier: 'about', period: 'a year' });
    expect(showMoney(gbp(outcome?.totalMinor ?? 0))).toBe('£16,250,000.00');
  });

  it('knows its partner by the name that this paper prints, and is the body that supported three pilots', async () => {
    const nepo = (await framework())?.partners[0]?.organisation;
    expect((await ask(organisationPage, { organisation: nepo }))?.printedNames).toMatchObject([{ name: 'North East Procurement organisation (NEPO)' }]);
  });

  it('gives no grant, and held its auction on 18 February 2014', async () => {
    expect(await ask(programmePage, { programme: 'ENERGY' })).toMatchObject({ committedMinor: 0, rounds: [] });
    expect(await ask(milestonesPage, { programme: 'ENERGY' })).toMatchObject({ reached: [{ title: 'Auction', on: '2014-02-18' }] });
    for (const code of ['B:Allocated', 'B:Spent', 'F:Expense:Grants']) expect(await ask(account, { account: code, about: 'ENERGY' })).toMatchObject({ total: 0, balanceMinor: 0 });
  });
});
