import { dayTyped, deskIn } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

const on = (day: number): Readonly<Record<string, string>> => dayTyped(`2012-06-${String(day).padStart(2, '0')}`);
const by = 'programme-officer';

describe('cohorts, page by page', () => {
  let house: OpenHouse;
  let bodies: readonly string[] = [];
  let cohort: string;
  const { get, read, offered, send } = deskIn(() => house);
  const done = async (command: string, words: Readonly<Record<string, string>>): Promise<void> => {
    const { status, said } = await send(by, `/cohorts/${cohort}/do/${command}`, words);
    expect(status === 303 ? '' : said).toBe('');
  };
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    const may = dayTyped('2012-05-01');
    await send('programme-manager', '/do/define-programme', { ...may, code: 'ACADEMY', name: 'The Academy', purpose: 'To learn', awardCeiling: '0.00', instrument: 'none' });
    await send('programme-manager', '/programmes/ACADEMY/do/design-scheme', { ...may, 'terms.support.0.kind': 'places', 'terms.support.0.places.each': '2' });
    for (const name of ['Ambleford', 'Birchester', 'Caxby']) await send(by, '/do/register-organisation', { ...dayTyped('2012-05-02'), name, type: 'district' });
    bodies = ((await get('/organisations.json')).body as { readonly rows: readonly { readonly reference: string }[] }).rows.map(({ reference }) => reference);
  });
  afterAll(() => house.close());

  it('a programme without any says who plans one', async () => {
    expect(await read('/programmes/ACADEMY')).toContain('Cohorts and their places');
    expect(await read('/programmes/ACADEMY/cohorts')).toContain('No cohort is planned yet. A programme officer or manager plans one');
    expect(await offered('/programmes/ACADEMY/cohorts', by)).toEqual(['plan-cohort']);
    expect(await offered('/', by)).toContain('plan-cohort');
  });

  it('a number of places that nobody printed is no nought', async () => {
    expect(await send(by, '/programmes/ACADEMY/do/plan-cohort', { ...on(1), ...dayTyped('2012-07-02', 'startsOn'), name: 'First cohort' })).toMatchObject({ status: 303 });
    cohort = /CH-2012-\d+/.exec(await read('/programmes/ACADEMY/cohorts'))?.[0] ?? 'none';
    expect(await read('/programmes/ACADEMY/cohorts')).toMatch(/First cohort CH-2012-001 Planned 2 July 2012 not printed not open yet 0 0 0 0/);
    const page = await read(`/cohorts/${cohort}`);
    expect(page).toMatch(/First cohort Planned .*Places not printed .*Ours not open yet .*Bodies book its places once it is open\./);
    expect(await offered(`/cohorts/${cohort}`, by)).toEqual(['open-cohort']);
    expect(await offered(`/cohorts/${cohort}`, 'auditor')).toEqual([]);
  });

  it('bodies book, wait and give up from its page, and whoever waits first is called first', async () => {
    const [first = '', second = '', third = ''] = bodies;
    expect((await get(`/cohorts/${cohort}/do/open-cohort`, by)).text).toMatch(/name="startsOn-month"[^>]*value="7"/);
    await done('open-cohort', { ...on(2), ours: '2', ...dayTyped('2012-07-01', 'startsOn') });
    await done('book-place', { ...on(3), organisation: first, places: '2' });
    for (const organisation of [second, third]) await done('join-cohort-waiting-list', { ...on(4), organisation, reason: 'It is full' });
    expect(await read(`/cohorts/${cohort}`)).toMatch(/1 Birchester \S+ 4 June 2012 It is full 1 .*2 Caxby \S+ 4 June 2012 It is full 1/);
    const { text } = await get(`/cohorts/${cohort}`, by);
    expect(text).toContain(`href="/cohorts/${cohort}/do/give-up-place?organisation=${first}"`);
    expect(text).toContain(`href="/cohorts/${cohort}/do/leave-cohort-waiting-list?organisation=${third}&amp;places=1"`);
    expect((await get(`/cohorts/${cohort}/do/give-up-place?organisation=${first}`, by)).text).toContain(`value="${first}"`);
    await done('enlarge-cohort', { ...on(5), to: '3', because: 'A sponsor' });
    const page = await read(`/cohorts/${cohort}`, by);
    expect(page).toMatch(/Those for whom a place is kept .*Birchester \S+ 5 June 2012 CH-2012-001 was enlarged 4 June 2012 1 Book place/);
    expect(page).toMatch(/How it was enlarged .*5 June 2012 A sponsor none 3/);
    await done('book-place', { ...on(6), organisation: second });
    expect(await read(`/cohorts/${cohort}`)).toMatch(/Booked 3 by 2 bodies .*Birchester \S+ 6 June 2012 the waiting list 1/);
  });

  it('is completed with those who booked, whose rows are filled in, and alumni come from its graduates', async () => {
    const [first = '', second = ''] = bodies;
    const { text } = await get(`/cohorts/${cohort}/do/complete-cohort`, by);
    expect(text).toMatch(new RegExp(`name="graduates\\.0\\.organisation"[^>]*value="${first}"`));
    expect(text).toMatch(/name="graduates\.0\.places"[^>]*value="2"/);
    const graduates = { 'graduates.0.organisation': first, 'graduates.0.places': '1', 'graduates.1.organisation': second, 'graduates.1.places': '1' };
    await done('complete-cohort', { ...on(20), ...graduates });
    expect(await offered(`/cohorts/${cohort}`, by)).toEqual(['join-alumni', 'leave-cohort-waiting-list']);
    await done('join-alumni', { ...on(21), organisation: first });
    expect(await read(`/cohorts/${cohort}`)).toMatch(/Graduates 2 Alumni 1 .*Ambleford \S+ 3 June 2012 open places 2 1 1/);
    expect((await get(`/cohorts/${cohort}.csv`)).text).toContain(`${first},Ambleford,2,2012-06-03,open,1,1`);
    expect((await get('/programmes/ACADEMY/cohorts.csv')).text).toContain(`${cohort},First cohort,,,completed,2012-07-01,2012-06-20,,3,3,1,2,1`);
  });

  it('is found by its reference and by its name, and stood otherwise on another day', async () => {
    expect((await get(`/search?q=${cohort.toLowerCase()}`)).headers['location']).toBe(`/cohorts/${cohort}`);
    expect((await get('/search?q=first%20coh')).headers['location']).toBe(`/cohorts/${cohort}`);
    expect(await read(`/cohorts/${cohort}?as-of=2012-06-04`)).toMatch(/Booked 2 by 1 body On the waiting list 2/);
    expect((await get(`/cohorts/${cohort}?as-of=2012-05-31`)).status).toBe(404);
    expect((await get('/cohorts/CH-1999-001')).status).toBe(404);
  });
});
