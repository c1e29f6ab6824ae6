import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

describe('the ledger', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('shows budget, finance, match and savings, each with debits and credits that are equal', async () => {
    const auditor = await signedIn(house, 'auditor');
    const { status, text } = await auditor.get('/ledger');
    expect(status).toBe(200);
    for (const title of ['Budget', 'Finance', 'Match', 'Savings']) expect(text).toContain(`>${title}</h2>`);
    expect(text).toContain('/ledger/F:Asset:Bank');
    expect(text).not.toContain('These totals are wrong');
  });

  it('as of a day has only what took effect by then, also where it was recorded later, and links keep the day', async () => {
    const auditor = await signedIn(house, 'auditor');
    const approved = async (query: string): Promise<number | undefined> => {
      const { body } = await auditor.get(`/ledger.json?${query}`);
      return (body as { rows: readonly { account: string; balanceMinor: number }[] }).rows.find(({ account }) => account === 'B:Approved')?.balanceMinor;
    };
    expect(await approved('as-of=2012-01-20')).toBeUndefined();
    expect(await approved('as-of=2012-06-13')).toBe(-4_000_000);
    expect(await approved('as-of=2012-06-13&known-at=2012-06-12')).not.toBe(-4_000_000);
    const typed = await auditor.get('/ledger?as-of-day=13&as-of-month=6&as-of-year=2012');
    expect([typed.status, typed.headers['location']]).toEqual([303, '/ledger?as-of=2012-06-13']);
    expect((await auditor.get('/ledger?as-of=2012-06-13')).text).toContain('href="/ledger/B:Approved?as-of=2012-06-13"');
    expect((await auditor.get('/ledger?as-of=2012-06-31')).status).toBe(400);
  });

  it('gives every posting as a file that says what it is and what it comes to', async () => {
    const auditor = await signedIn(house, 'auditor');
    const whole = await auditor.get('/ledger/journal.csv?known-at=2012-06-13');
    expect([whole.status, whole.headers['content-disposition']]).toEqual([200, 'attachment; filename="journal.csv"']);
    expect(whole.text).toMatch(/^Journal of,tallystick\.local\/log \(demonstration\)\r\nAccount,all\r\nAs known at,the end of 13 June 2012\r\n/);
    const { body } = await auditor.get('/ledger/B:Spent.json');
    const { rows, lines, account } = body as { rows: readonly object[]; lines: number; account: string };
    expect([account, rows.length]).toEqual(['B:Spent', lines]);
    expect((await auditor.get('/ledger/journal.pdf')).status).toBe(404);
    expect((await auditor.get('/ledger/B:Nothing.csv')).status).toBe(404);
  });

  it('the entries about an award come to what was agreed and what was drawn of it since', async () => {
    const { text } = await (await signedIn(house, 'auditor')).get('/ledger/B:Agreed?about=AW-2014-044');
    expect(text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain('Total £14,000.00 £28,000.00 -£14,000.00');
    expect((await (await signedIn(house, 'auditor')).get('/ledger/B:Agreed')).text).not.toContain('<tfoot>');
  });

  it('is for those who may read it', async () => {
    const recipient = await signedIn(house, 'recipient');
    for (const page of ['/ledger', '/ledger/B:Spent', '/ledger/journal.csv', '/ledger/B:Spent.csv']) expect([page, (await recipient.get(page)).status]).toEqual([page, 403]);
  });
});
