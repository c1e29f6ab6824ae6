import { account, cohortPage, cohortsList, milestonesPage, organisationPage, type CohortsSeen } from '#views';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

/** Story 9: places on a course, in cohorts that are called after regions and are none. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'future-councils', 'growth-advisers', 'public-sector-design');
  const seenOn = (known?: string): Promise<CohortsSeen> => ask(cohortsList, { programme: 'DESIGN' }, known === undefined ? {} : { known });

  it('reached fifteen of ten councils with two cohorts, and twenty-two with the third', async () => {
    expect(await seenOn('2016-12-31')).toMatchObject({ bodies: 15, targets: [{ financialYear: 'FY1617', atLeast: 10, ahead: 5 }] });
    expect(await seenOn()).toMatchObject({ bodies: 22, taken: 22, ours: 22 });
  });

  it('has seven finished, fifteen at work and two cohorts to come', async () => {
    expect(await seenOn()).toMatchObject({ finished: 7, active: 15, planned: 2 });
    expect((await seenOn('2016-03-17')).finished).toBe(0);
  });

  it('calls cohorts as the papers do, and reads no region from that', async () => {
    const { cohorts } = await seenOn();
    expect(cohorts.map(({ label, taken, stage: at }) => [label, taken, at])).toEqual([['West Midlands', 7, 'completed'], ['East Midlands', 8, 'open'], ['London', 7, 'open'], [null, 0, 'planned'], [null, 0, 'planned']]);
    const [, eastMidlands] = cohorts;
    const { bodies } = (await ask(cohortPage, { cohort: eastMidlands?.reference })) ?? { bodies: [] };
    const cambridgeshire = bodies.find(({ organisationName }) => organisationName === 'Cambridgeshire');
    expect(bodies).toHaveLength(8);
    expect(await ask(organisationPage, { organisation: cambridgeshire?.organisation })).toMatchObject({ region: null });
  });

  it('has the councils in its cohorts that the paper names', async () => {
    const named = [
      ['Coventry', 'Wolverhampton', 'Staffordshire', 'Lichfield', 'Herefordshire', 'South Staffs', 'Shropshire'],
      ['Northamptonshire', 'Hinckley and Bosworth', 'Cambridgeshire', 'Blaby', 'Ashfield', 'South Kesteven', 'Leicestershire', 'Milton Keynes'],
      ['Brent', 'Hackney', 'Haringey', 'Islington', 'Kensington & Chelsea', 'Redbridge', 'Westminster'],
    ];
    const { cohorts } = await seenOn();
    for (const [index, councils] of named.entries()) {
      const there = ((await ask(cohortPage, { cohort: cohorts[index]?.reference }))?.bodies ?? []).map(({ organisationName }) => organisationName);
      expect([there.length, councils.filter((council) => !there.some((name) => name.includes(council)))]).toEqual([councils.length, []]);
    }
  });

  it('was rated amber, and costs no penny', async () => {
    expect(await ask(milestonesPage, { programme: 'DESIGN' })).toMatchObject({ ratings: [{ rating: 'amber' }] });
    for (const path of ['B:Allocated', 'B:Approved', 'B:Spent', 'F:Expense:Grants']) expect(await ask(account, { account: path, about: 'DESIGN' })).toMatchObject({ total: 0, balanceMinor: 0 });
  });
});
