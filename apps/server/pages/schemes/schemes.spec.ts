import { said } from '../../testing/desk.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

const on = (day: string): Readonly<Record<string, string>> => ({ 'on-day': day, 'on-month': '4', 'on-year': '2012' });

describe('schemes, page by page', () => {
  let house: OpenHouse;
  let round: string;
  const typed = async (role: string, address: string, words: Readonly<Record<string, string>>) => {
    const { status, text, headers } = await (await signedIn(house, role)).post(address).type('form').send(words);
    return { status, said: said(text), location: (headers['location'] ?? '').split('?')[0] ?? '' };
  };
  const read = async (path: string, role = 'auditor'): Promise<string> => said((await (await signedIn(house, role)).get(path)).text);
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    await typed('finance-officer', '/do/open-fund', { ...on('1'), code: 'CARE', name: 'Care fund' });
    await typed('finance-officer', '/do/set-budget', { ...on('1'), fund: 'CARE', financialYear: 'FY1213', amount: '50000.00' });
    await typed('programme-manager', '/do/define-programme', { ...on('1'), code: 'CAREPLAN', name: 'Care plans', purpose: 'Better plans', awardCeiling: '10000.00', instrument: 'none' });
  });
  afterAll(() => house.close());

  const designed = {
    ...on('2'), 'terms.support.0.kind': 'cash', 'terms.money.kind': 'fixed', 'terms.money.fixed.amount': '6000.00',
    'terms.intake.kind': 'open-call', 'terms.intake.open-call.late': 'with-reason', 'terms.intake.open-call.again': 'never',
    'terms.eligibility.0.kind': 'type-of-body', 'terms.eligibility.0.type-of-body.code': 'who', 'terms.eligibility.0.type-of-body.effect': 'refuses', 'terms.eligibility.0.type-of-body.types.0.type': 'county',
    'terms.eligibility._rows': '2', 'terms.eligibility.1.type-of-body.types._rows': '2', 'terms.capacity.planned': '4', 'terms.capacity.most': '5', 'terms.capacity.waitingList': 'yes',
  };

  it('before it is designed, says who designs it', async () => {
    expect(await read('/programmes/CAREPLAN/scheme')).toContain('No terms are set out. A programme manager designs the scheme');
    expect((await (await signedIn(house, 'auditor')).get('/programmes/NONE/scheme')).status).toBe(404);
  });

  it('is designed by a form, which keeps what was typed when it is refused', async () => {
    const refused = await typed('programme-manager', '/programmes/CAREPLAN/do/design-scheme', { ...designed, 'terms.money.fixed.amount': '10000.01' });
    expect([refused.status, refused.said]).toEqual([409, expect.stringContaining('No award of this programme may exceed £10,000.00')]);
    expect(await typed('programme-manager', '/programmes/CAREPLAN/do/design-scheme', designed)).toMatchObject({ status: 303, location: '/programmes/CAREPLAN' });
    expect(await read('/programmes/CAREPLAN/scheme')).toMatch(
      /Terms of Care plans .*Version 1, since 2 April 2012\. .*What is given A grant of money\. How much Each award is £6,000\.00, no more and no less\. .*Only if the body is a county council\. .*4 awards are planned, and there is room for 5\./,
    );
  });

  it('is designed anew from what stands, with a reason that the page tells', async () => {
    const { text } = await (await signedIn(house, 'programme-manager')).get('/programmes/CAREPLAN/do/design-scheme');
    expect(text).toMatch(/name="terms\.money\.fixed\.amount"[^>]*value="6000\.00"/);
    expect(text).toMatch(/name="terms\.eligibility\.0\.kind"[^>]*value="type-of-body" checked/);
    expect(await typed('programme-manager', '/programmes/CAREPLAN/do/design-scheme', { ...designed, 'terms.money.fixed.amount': '7000.00', reason: 'Prices rose', ...on('3') })).toMatchObject({ status: 303 });
    const page = await read('/programmes/CAREPLAN/scheme');
    expect(page).toContain('Each award is £7,000.00');
    expect(page).toMatch(/How the terms changed Version 2, 3 April 2012: Prices rose\. Changed: money\. Version 1, 2 April 2012\./);
    expect(await read('/programmes/CAREPLAN/scheme?as-of=2012-04-02')).toContain('Each award is £6,000.00');
  });

  it('a round takes it over, and its form is a page of its own', async () => {
    expect(await typed('programme-manager', '/programmes/CAREPLAN/do/open-round', { ...on('4'), name: 'Spring', fund: 'CARE', financialYear: 'FY1213', allocation: '30000.00' })).toMatchObject({ status: 303 });
    round = /RD-2012-\d+/.exec(await read('/programmes/CAREPLAN'))?.[0] ?? 'no round';
    expect(await read(`/rounds/${round}`)).toMatch(/Terms A fixed sum of £7,000\.00 for each award .*Room for 5 awards/);
    expect(await read(`/rounds/${round}/scheme`)).toContain('Taken over from version 2 of the terms of CAREPLAN');
    expect((await (await signedIn(house, 'auditor')).get(`/rounds/${round}/form`)).status).toBe(404);
    const questions = { 'questions.0.code': 'why', 'questions.0.ask': 'Why you?', 'questions.0.required': 'no', 'questions.0.reusable': 'yes', 'questions.0.answer.kind': 'text', 'questions.0.answer.text.limit': '400' };
    expect(await typed('programme-manager', `/rounds/${round}/do/set-form`, { ...on('5'), ...questions })).toMatchObject({ status: 303, location: `/rounds/${round}` });
    expect(await read(`/rounds/${round}/form`)).toMatch(/What Spring asks .*Version 1, since 5 April 2012\. .*Why you\? \(why\) Answered by words, at most 400 characters\. It may be left out\. The answer is kept for the body’s next application\./);
  });

  it('is downloaded as text', async () => {
    const { status, headers, text } = await (await signedIn(house, 'auditor')).get(`/rounds/${round}/scheme.md`);
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, 'text/markdown; charset=utf-8', `attachment; filename="${round}.md"`]);
    expect(text).toContain('# Spring\n\nThe terms of RD-2012-001, version 1, since 4 April 2012.\n');
  });
});
