import { dayTyped, deskIn } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

describe('the waiting list of a round', () => {
  let house: OpenHouse;
  let round: string;
  let application: string;
  const { get, read, offered, send } = deskIn(() => house);
  beforeAll(async () => {
    house = await openHouse();
    round = /RD-\d{4}-\d{3}/.exec((await get('/programmes/LDSE')).text)?.[0] ?? 'none';
    application = /AP-\d{4}-\d{3}/.exec(await read(`/rounds/${round}/waiting-list`))?.[0] ?? 'none';
  });
  afterAll(() => house.close());

  it('is reached from its round and says how many places there are, who waits, and why', async () => {
    expect((await get(`/rounds/${round}`)).text).toContain(`href="/rounds/${round}/waiting-list"`);
    const page = await read(`/rounds/${round}/waiting-list`);
    expect(page).toContain('Room for 6 awards Places taken 6 Kept for those called 0 Free 0 Waiting 1');
    expect(page).toMatch(/1 Learning disability council 7 \S+ 5 March 2014 All five places are taken 1/);
    const { text } = await get(`/rounds/${round}/waiting-list.csv`);
    expect(text).toContain(`1,${application},Learning disability council 7,1,2014-03-05,,All five places are taken`);
  });

  it('showed on the day before who was called, and why a place was kept for them', async () => {
    const page = await read(`/rounds/${round}/waiting-list?as-of=2014-05-12`);
    expect(page).toMatch(/Kept for those called 1 .*Learning disability council 6 \S+ 12 May 2014 A sponsor pays for a sixth council 5 March 2014 1/);
    expect(page).not.toContain('What you can do');
    expect(await read(`/rounds/${round}/waiting-list?known-at=2014-03-04`)).toMatch(/Places taken 5 .*Nobody waited\./);
  });

  it('an application tells its turn, and leaves the list and joins it again from its own page', async () => {
    expect(await read(`/applications/${application}`)).toContain('Number 1 of those who wait');
    expect(await offered(`/applications/${application}`, 'programme-officer')).toEqual(expect.arrayContaining(['leave-waiting-list']));
    expect((await get(`/rounds/${round}/waiting-list`, 'programme-officer')).text).toContain(`href="/applications/${application}/do/leave-waiting-list"`);
    const form = `/applications/${application}/do`;
    expect(await send('programme-officer', `${form}/leave-waiting-list`, { ...dayTyped('2014-05-20'), reason: 'Found another way' })).toMatchObject({ status: 303 });
    expect(await read(`/rounds/${round}/waiting-list`)).toContain('Nobody waits. Once no place is left');
    expect(await offered(`/applications/${application}`, 'programme-officer')).toContain('join-waiting-list');
    expect(await send('programme-officer', `${form}/join-waiting-list`, { ...dayTyped('2014-05-21'), reason: 'After all' })).toMatchObject({ status: 303 });
    expect(await read(`/rounds/${round}/waiting-list`)).toMatch(/1 Learning disability council 7 \S+ 21 May 2014 After all/);
  });

  it('more room is offered to whoever may make it, and calls the first in line', async () => {
    expect(await offered(`/rounds/${round}/waiting-list`, 'programme-manager')).toContain('raise-capacity');
    expect(await offered(`/rounds/${round}/waiting-list`, 'auditor')).toEqual([]);
    const sponsored = { ...dayTyped('2014-05-22'), to: '7', because: 'Another sponsor' };
    expect(await send('programme-manager', `/rounds/${round}/do/raise-capacity`, sponsored)).toMatchObject({ status: 303 });
    const page = await read(`/rounds/${round}/waiting-list`);
    expect(page).toContain('Kept for those called 1 Free 0 Waiting 0');
    expect(page).toMatch(/Learning disability council 7 \S+ 22 May 2014 Another sponsor 21 May 2014 1/);
    expect(await read(`/applications/${application}`)).toContain('A place is kept for it since 22 May 2014');
  });

  it('a round without a number of places keeps no list, and says so', async () => {
    expect(await read('/rounds/RD-2017-001/waiting-list')).toContain('do not say how many awards there is room for');
    expect((await get('/rounds/RD-1999-001/waiting-list')).status).toBe(404);
  });
});
