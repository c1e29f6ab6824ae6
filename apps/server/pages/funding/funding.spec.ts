import { deskIn, said } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

describe('money from outside, page by page', () => {
  let house: OpenHouse;
  const { as, read } = deskIn(() => house);
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const offered = async (path: string, role: string): Promise<readonly string[]> =>
    [...(await (await as(role)).get(path)).text.matchAll(new RegExp(`href="${path}/do/([^"]+)"`, 'g'))].map(([, to]) => to ?? '');
  const post = async (role: string, path: string, words: Readonly<Record<string, string>>): Promise<void> => {
    const { status, text } = await (await as(role)).post(path).type('form').send({ 'on-day': '2', 'on-month': '6', 'on-year': '2016', ...words });
    expect([path, status, status === 303 ? '' : said(text).slice(0, 1500)]).toEqual([path, 303, '']);
  };

  it('a programme lists its outside funders, what is used, and who bears a cost in our place', async () => {
    expect(await read('/programmes/KNAV/fundings')).toMatch(
      /From outside About £250,000\.00 .*FN-2012-001 Economic and Social Research Council .* £170,000\.00 not ours .*management of the programme FN-2012-002/,
    );
    expect(await read('/programmes/DIGPROG/fundings')).toMatch(/Nothing is offered from outside\..*Department for Communities and Local Government/);
    expect((await (await as('auditor')).get('/programmes/KNAV/fundings.csv')).text.split('\r\n')[0]).toContain('Funding,Funder,Purpose,Held by');
  });

  it('a funding shows how it was varied, and says which terms are longer than was agreed or than the money lasts', async () => {
    const page = await read('/fundings/FN-2012-001');
    expect(page).toMatch(/Amount £170,000\.00 £100,000\.00 was offered/);
    expect(page).toContain('PRA Consultancy Services Limited is appointed for 37 months, where 24 were agreed.');
    expect(page).toContain('PRA Consultancy Services Limited is appointed until 31 December 2015, after the money ends on 15 April 2014.');
    expect(page).toContain('Held by The funder, who spends it');
    expect(page).not.toContain('Spent and claimed back');
    const before = await read('/fundings/FN-2012-001?as-of=2012-07-01');
    expect(before).toMatch(/Amount £100,000\.00 Given a use/);
    expect(before).not.toContain('Its term ended');
  });

  it('the page of exceptions leads to it', async () => {
    const { text } = await (await as('auditor')).get('/exceptions?about=FN-2012-001');
    const [, href = ''] = /href="(\/fundings\/FN-2012-001)#contractors"/.exec(text) ?? [];
    expect((await (await as('auditor')).get(href)).status).toBe(200);
    expect((await (await as('auditor')).get('/fundings/FN-2012-099')).status).toBe(404);
    expect((await (await as('auditor')).get('/fundings/KNAV')).status).toBe(404);
  });

  it('what we spend of it is our cost until it is claimed and paid back: every step from the page, each claim answered by its own button', async () => {
    const term = { 'from-day': '1', 'from-month': '6', 'from-year': '2016', 'until-day': '31', 'until-month': '5', 'until-year': '2017' };
    await post(
      'programme-manager', '/programmes/FUTURE/do/offer-funding',
      { funder: 'OR-2012-069', amount: '9000.00', qualifier: 'exact', ...term, heldBy: 'us', purpose: 'travel' },
    );
    const [, funding = ''] = /(FN-2016-\d{3})/.exec(await read('/programmes/FUTURE/fundings')) ?? [];
    const page = `/fundings/${funding}`;
    expect(await offered(page, 'finance-officer')).toEqual(expect.arrayContaining(['incur-expense', 'claim-expense']));
    await post('finance-officer', `${page}/do/incur-expense`, { amount: '3200.00', what: 'trains', document: 'Invoice 1' });
    expect(await read(page)).toContain('£3,200.00 of what was spent is not claimed yet, and is our cost until it comes back.');
    await post('finance-officer', `${page}/do/claim-expense`, { amount: '3200.00', document: 'Claim 1' });
    const [reject = ''] = (await offered(page, 'payment-releaser')).concat(await offered(page, 'finance-officer')).filter(
      (each) => each.startsWith('reject-claim?claim=XC-2016-'),
    );
    expect(reject).not.toBe('');
    const claim = reject.split('=')[1] ?? '';
    const told = await read(page);
    expect(told).toMatch(new RegExp(`${claim} Economic and Social Research Council Claimed Claim 1 2 June 2016`));
    expect(told).toContain('Nothing is left to us: all that was spent is claimed.');
    await post('finance-officer', `${page}/do/reject-claim`, { claim, reason: 'No receipt' });
    expect(await read(page)).toMatch(/Not accepted Claim 1 2 June 2016 2 June 2016: No receipt/);
    expect((await (await as('finance-officer')).get(`${page}/do/reimburse-claim`)).text).not.toContain(`<option value="${claim}">`);
  });
});
