import { dayTyped, deskIn } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

const on = (day: number): Readonly<Record<string, string>> => dayTyped(`2012-06-${String(day).padStart(2, '0')}`);
const by = 'programme-manager';

describe('frameworks, page by page', () => {
  let house: OpenHouse;
  let bodies: readonly string[] = [];
  let framework: string;
  const { get, read, offered, send } = deskIn(() => house);
  const done = async (command: string, words: Readonly<Record<string, string>>): Promise<void> => {
    const { status, said } = await send(by, `/frameworks/${framework}/do/${command}`, words);
    expect(status === 303 ? '' : said).toBe('');
  };
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    const may = dayTyped('2012-05-01');
    await send(by, '/do/define-programme', { ...may, code: 'SWITCH', name: 'Switching', purpose: 'To buy together', awardCeiling: '0.00', instrument: 'none' });
    for (const name of ['Ambleford', 'Birchester', 'The Broker']) await send(by, '/do/register-organisation', { ...may, name, type: 'district' });
    bodies = ((await get('/organisations.json')).body as { readonly rows: readonly { readonly reference: string }[] }).rows.map(({ reference }) => reference);
  });
  afterAll(() => house.close());

  it('a programme without any says who plans one, and offers it to them', async () => {
    expect(await read('/programmes/SWITCH/frameworks')).toContain('No framework is planned yet. A programme manager plans one');
    expect(await offered('/programmes/SWITCH/frameworks', by)).toEqual(['plan-framework']);
    expect(await offered('/programmes/SWITCH/frameworks', 'programme-officer')).toEqual([]);
    expect(await send(by, '/programmes/SWITCH/do/plan-framework', { ...on(1), name: 'Energy' })).toMatchObject({ status: 303 });
    framework = /FW-2012-\d+/.exec(await read('/programmes/SWITCH/frameworks'))?.[0] ?? 'none';
    expect(await read(`/frameworks/${framework}`)).toMatch(/Energy Planned .*Charge for its use not set yet .*Bodies join it once it is launched\./);
    expect(await offered(`/frameworks/${framework}`, by)).toEqual(['launch-framework']);
  });

  it('is launched, joined, called off and left from its page, and its money is other people’s', async () => {
    const [first = '', second = '', broker = ''] = bodies;
    await done('launch-framework', { ...on(2), charge: '0.00', 'partners.0.organisation': broker, 'partners.0.role': 'broker' });
    for (const organisation of [first, second]) await done('join-framework', { ...on(3), organisation });
    await done('call-off', { ...on(4), organisation: first, what: 'Gas', value: '100.00' });
    await done('report-per-person', { ...on(5), people: '1300', qualifier: 'about', each: '125.00', period: 'a year', document: 'Paper 4' });
    const page = await read(`/frameworks/${framework}`, by);
    expect(page).toMatch(/Members 2 Called off 1 time by 1 body, 50\.00 per cent of the members Charge for its use no charge/);
    expect(page).toMatch(/1 Ambleford \S+, call-off 1 Gas 4 June 2012 £100\.00 .*Paper 4 5 June 2012 a year 1,300 about £125\.00 £162,500\.00/);
    expect(page).toMatch(/The Broker \S+ Broker/);
    expect(page).toContain('is no money of ours');
    expect((await get(`/frameworks/${framework}`, by)).text).toContain(`href="/frameworks/${framework}/do/leave-framework?organisation=${second}"`);
    await done('leave-framework', { ...on(6), organisation: second, reason: 'Buys alone' });
    expect(await read('/programmes/SWITCH/frameworks')).toMatch(/Energy FW-2012-001 Launched 2 June 2012 no charge 1 1 100\.00 per cent of the members/);
    expect((await get('/programmes/SWITCH/frameworks.csv')).text).toContain(`${framework},Energy,launched,2012-06-02,0.00,1,1,1`);
  });

  it('is found by its reference, and had other members on another day', async () => {
    expect((await get(`/search?q=${framework}`)).headers['location']).toBe(`/frameworks/${framework}`);
    expect(await read(`/frameworks/${framework}?as-of=2012-06-03`)).toMatch(/Members 2 .*Nothing had been called off yet\./);
    expect((await get('/frameworks/FW-1999-001')).status).toBe(404);
    expect(await read('/frameworks/elsewhere')).toContain('Page not found');
  });
});
