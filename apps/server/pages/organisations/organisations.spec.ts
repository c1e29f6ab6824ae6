import { deskIn, said } from '../../testing/desk.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

const registered = { 'on-day': '3', 'on-month': '6', 'on-year': '2012' };
const today = { 'on-day': '4', 'on-month': '9', 'on-year': '2017' };

describe('organisations, page by page', () => {
  let house: OpenHouse;
  let council: string;
  let other: string;
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    const manager = await signedIn(house, 'programme-manager');
    for (const [name, type] of [['Ambleford City Council', 'unitary'], ['Birchester Joint Committee', 'joint-body']]) await manager.post('/do/register-organisation').type('form').send({ ...registered, name, type });
    const { body } = await manager.get('/organisations.json');
    [council = '', other = ''] = (body as { rows: readonly { reference: string }[] }).rows.map(({ reference }) => reference);
  });
  afterAll(() => house.close());

  const { as, read } = deskIn(() => house);
  const run = async (ref: string, command: string, typed: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly said: string; readonly location: string }> => {
    const { status, text, headers } = await (await as('programme-manager')).post(`/organisations/${ref}/do/${command}`).type('form').send({ ...today, ...typed });
    return { status, said: said(text), location: headers['location'] ?? '' };
  };

  it('the register is listed by name, and by how a name begins', async () => {
    expect(await read('/organisations')).toMatch(/2 organisations Organisation Reference Type Region Ambleford City Council OR-2012-001 OR-2012-001 Unitary council Birchester/);
    expect(await read('/organisations?name=Birch')).toMatch(/1 organisation .*Birchester Joint Committee/);
    expect(await read('/organisations?name=zzz')).toContain('No organisation’s name begins with “zzz”');
    expect(await read('/organisations?known-at=2012-04-01')).toContain('No organisation was registered yet.');
  });

  it('an identifier keeps its zeros from the form to the page, and nobody else can have it', async () => {
    expect(await read(`/organisations/${council}`)).toMatch(/No register’s identifier is recorded yet\..* It has no award and no part in one\./);
    expect(await run(council, 'record-identifier', { register: 'company', identifier: '123456' })).toMatchObject({ status: 409, said: expect.stringContaining('Its zeros at the beginning are part of it') });
    expect(await run(council, 'record-identifier', { register: 'company', identifier: '00123456' })).toMatchObject({ status: 303, location: expect.stringContaining(`/organisations/${council}?done=record-identifier`) });
    expect(await read(`/organisations/${council}`)).toMatch(/00123456 the register of companies 4 September 2017/);
    expect(await run(other, 'record-identifier', { register: 'company', identifier: '00123456' })).toMatchObject({ status: 409, said: expect.stringContaining(council) });
    expect(await read(`/organisations/${council}?as-of=2017-09-03`)).toContain('No register’s identifier was recorded yet.');
    const found = await (await as('auditor')).get('/search?q=00123456');
    expect([found.status, found.headers['location']]).toEqual([303, `/organisations/${council}`]);
  });

  it('names as printed, members and successors stand on the page, each leading to the other body', async () => {
    expect((await run(council, 'record-printed-name', { name: 'Ambelford CC', document: 'Board paper of 2017' })).status).toBe(303);
    expect(await read(`/organisations/${council}`)).toMatch(/Names as documents print them .*Ambelford CC Board paper of 2017/);
    expect((await run(council, 'name-members', { 'members.0.organisation': other })).status).toBe(303);
    expect((await run(council, 'record-successor', { 'successors.0.organisation': other, reason: 'The order of 2017' })).status).toBe(303);
    const page = (await (await as('auditor')).get(`/organisations/${council}`)).text;
    expect(said(page)).toMatch(/Members .*Came after it .*The order of 2017/);
    expect(page).toContain(`href="/organisations/${other}"`);
    expect(await read(`/organisations/${other}`)).toMatch(/Joint bodies that it is part of .*Came before it/);
    expect(await run(other, 'record-successor', { 'successors.0.organisation': council, reason: 'Round and round' })).toMatchObject({ status: 409, said: expect.stringContaining('would succeed itself') });
  });

  it('whoever may not register bodies reads the page without buttons, and a recipient without the timeline', async () => {
    expect(await read(`/organisations/${council}`, 'recipient')).toContain('The timeline is for those who may audit.');
    expect((await (await as('auditor')).get(`/organisations/${council}`)).text).not.toContain('/do/');
  });

  it('what is no organisation is not found', async () => {
    expect((await (await as('auditor')).get('/organisations/OR-1999-001')).status).toBe(404);
    expect(await read('/organisations/elsewhere')).toContain('Page not found');
    expect((await (await as('auditor')).get(`/organisations/${council}?as-of=2001-01-01`)).status).toBe(404);
  });
});

describe('the awards of a body, in the demonstration', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  async function pageOf(name: string, clocks = ''): Promise<string> {
    const auditor = await signedIn(house, 'auditor');
    const { body } = await auditor.get(`/organisations.json?name=${encodeURIComponent(name)}`);
    const [found] = (body as { rows: readonly { reference: string }[] }).rows;
    return said((await auditor.get(`/organisations/${found?.reference ?? ''}${clocks}`)).text);
  }

  it('stand apart: those that it answers for, and those that it has a part in', async () => {
    expect(await pageOf('East Riding')).toMatch(/As the lead: £20,000\.00 held .*AW-2012-\d{3} The Virtual Commissioning Council FUTURE of AW-2012-\d{3} Closed £20,000\.00 £20,000\.00/);
    expect(await pageOf('Scarborough')).toMatch(/As a partner, in awards that hold £20,000\.00 .*East Riding of Yorkshire Council of AW-2012-\d{3} Project assurance £20,000\.00/);
    expect(await pageOf('Amey')).toMatch(/As a partner.*Private partner/);
  });

  it('were none before the day of the first', async () => expect(await pageOf('East Riding', '?as-of=2012-05-27')).toContain('It had no award and no part in one yet.'));
});
