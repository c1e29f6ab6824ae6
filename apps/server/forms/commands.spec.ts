import { openHouse, signedIn, type OpenHouse } from '../testing/open-house.js';

/** Northmere's award, which waits for approval: the Lead Members may give up to £20,000.00. */
const award = '/awards/AW-2014-041';
const approval = { ceiling: '20,000.00', 'authority.kind': 'delegated', 'authority.delegated.body': 'lead-members', 'authority.delegated.minute': 'LM 7' };
const onDay = { 'on-day': '5', 'on-month': '10', 'on-year': '2015' };

describe('a command from a page', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const headOf = async () => (await house.house.store.head()).position;

  it('is offered only to those who may run it, and only in the present', async () => {
    const manager = await signedIn(house, 'programme-manager');
    const auditor = await signedIn(house, 'auditor');
    expect((await manager.get(award)).text).toContain(`${award}/do/approve-award`);
    expect((await auditor.get(award)).text).not.toContain('/do/');
    expect((await manager.get(`${award}?known-at=2014-12-02`)).text).not.toContain('/do/');
    expect((await manager.get(`${award}/do/approve-award?known-at=2014-12-02`)).status).toBe(400);
  });

  it('is refused to others before anything is read, by name of those who may', async () => {
    const auditor = await signedIn(house, 'auditor');
    const before = await headOf();
    const { status, text } = await auditor.post(`${award}/do/approve-award`).type('form').send(approval);
    expect(status).toBe(403);
    expect(text).toContain('programme manager');
    expect(await headOf()).toBe(before);
  });

  it('with a mistake in it comes back with what was written, and stores nothing', async () => {
    const manager = await signedIn(house, 'programme-manager');
    const before = await headOf();
    const { status, text } = await manager.post(`${award}/do/approve-award`).type('form').send({ ...approval, ceiling: '20,000.001', _key: 'one' });
    expect(status).toBe(400);
    expect(text).toContain('<title>Error: Approve award');
    expect(text).toContain('href="#ceiling"');
    expect(text).toContain('has 3 decimal places');
    expect(text).toContain('value="20,000.001"');
    expect(text).toContain('value="LM 7"');
    expect(text).toContain('name="_key" value="one"');
    expect(await headOf()).toBe(before);
  });

  it('that a rule refuses says the declared sentence, and keeps what was written', async () => {
    const manager = await signedIn(house, 'programme-manager');
    const { status, text } = await manager.post(`${award}/do/approve-award`).type('form').send({ ...approval, ...onDay, ceiling: '20,000.01' });
    expect(status).toBe(409);
    expect(text).toContain('Lead Members may approve up to £20,000.00 for one recipient in a round. £0.00 is approved there already and this is £20,000.01');
    expect(text).toContain('value="20,000.01"');
    const log = await (await signedIn(house, 'auditor')).get('/audit/access?asked=approve+award');
    expect(log.text).toContain('<a class="govuk-link" href="/problems/approve-award/over-delegated-limit">Over delegated limit</a>');
  });

  it('about something that is not there is answered like any page that is not there', async () => {
    const manager = await signedIn(house, 'programme-manager');
    expect((await manager.post('/awards/AW-2014-999/do/approve-award').type('form').send(approval)).status).toBe(404);
    const { status, text } = await manager.post(`${award}/do/approve-award`).type('form').send({ ceiling: '1', 'authority.kind': 'board', 'authority.board.decision': 'DC-2014-999' });
    expect(status).toBe(400);
    expect(text).toContain('There is no decision DC-2014-999. Check the reference');
  });

  it('offers the decisions that were recorded about the thing: minutes do not print our references', async () => {
    const secretary = await signedIn(house, 'secretary');
    const decision = { body: 'lead-members', meeting: 'October 2015', item: '4', verb: 'noted', minute: '4.2' };
    expect((await secretary.post(`${award}/do/record-decision`).type('form').send({ ...decision, ...onDay })).status).toBe(303);
    const { text } = await (await signedIn(house, 'programme-manager')).get(`${award}/do/approve-award`);
    expect(text).toMatch(/<option value="DC-\d{4}-\d{3}">Lead Members noted AW-2014-041 at October 2015, item 4/);
  });

  it('shows anything that somebody writes as words, never as markup', async () => {
    const manager = await signedIn(house, 'programme-manager');
    const { text } = await manager.post(`${award}/do/approve-award`).type('form').send({ ...approval, ceiling: '"><script>alert(1)</script>' });
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)');
  });

  it('that is done leads to the page, which shows it at once; sent again with the same key it is not done twice', async () => {
    const manager = await signedIn(house, 'programme-manager');
    const send = (words: object) => manager.post(`${award}/do/approve-award`).type('form').send({ ...approval, ...onDay, ...words });
    const first = await send({ _key: 'two' });
    expect(first.status).toBe(303);
    const page = await manager.get(first.headers['location'] ?? '');
    expect(page.text).toContain('Lead Members approved up to £20,000.00 for Northmere District Council');
    expect(page.text).toMatch(/govuk-notification-banner--success[\s\S]*It is stored \(event @\d+\)/);
    const before = await headOf();
    const again = await send({ _key: 'two' });
    expect([again.status, again.headers['location']]).toEqual([303, first.headers['location']]);
    const other = await send({ _key: 'two', ceiling: '19,000.00' });
    expect(other.status).toBe(409);
    expect(other.text).toContain('This form was sent before with another ceiling');
    expect(await headOf()).toBe(before);
  });
});
