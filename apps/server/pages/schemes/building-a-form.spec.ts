import { said } from '../../testing/desk.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

const on = { 'on-day': '2', 'on-month': '4', 'on-year': '2012' };
/** A question as the boxes of the form hold it. */
const question = (row: number, code: string): Readonly<Record<string, string>> => ({
  [`questions.${row}.code`]: code, [`questions.${row}.ask`]: `Why ${code}?`, [`questions.${row}.required`]: 'yes', [`questions.${row}.reusable`]: 'no',
  [`questions.${row}.answer.kind`]: 'text', [`questions.${row}.answer.text.limit`]: '400',
});
const valueOf = (html: string, name: string): string | undefined => new RegExp(`name="${name.replaceAll('.', '\\.')}"[^>]*value="([^"]*)"`).exec(html)?.[1];

describe('a form is built from its questions without a script', () => {
  let house: OpenHouse;
  let manager: Awaited<ReturnType<typeof signedIn>>;
  const page = '/rounds/RD-2012-001/do/set-form';
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    manager = await signedIn(house, 'programme-manager');
    const finance = await signedIn(house, 'finance-officer');
    await finance.post('/do/open-fund').type('form').send({ ...on, code: 'CARE', name: 'Care fund' });
    await finance.post('/do/set-budget').type('form').send({ ...on, fund: 'CARE', financialYear: 'FY1213', amount: '50000.00' });
    await manager.post('/do/define-programme').type('form').send(
      { ...on, code: 'CARE', name: 'Care', purpose: 'Care', awardCeiling: '10000.00', instrument: 'none' },
    );
    await manager.post('/programmes/CARE/do/open-round').type('form').send(
      { ...on, name: 'Spring', fund: 'CARE', financialYear: 'FY1213', allocation: '20000.00' },
    );
  });
  afterAll(() => house.close());
  const send = (words: Readonly<Record<string, string>>) => manager.post(page).type('form').send({ ...on, ...words });

  it('a question is added, moved and taken out by buttons that say which, and nothing is stored by them', async () => {
    const two = { ...question(0, 'first'), ...question(1, 'second') };
    const { text } = await send({ ...two, 'questions._rows': '2', _more: 'questions' });
    expect(text).toContain('name="questions.4.code"');
    expect(said(text)).toContain('Move down Questions 1 Take out Questions 1');
    expect(said(text)).toContain('Move up Questions 2 Take out Questions 2');
    const moved = (await send({ ...two, _row: 'up questions.1' })).text;
    expect(['questions.0.code', 'questions.1.code'].map((name) => valueOf(moved, name))).toEqual(['second', 'first']);
    expect(moved).toMatch(/name="questions\.1\.answer\.kind"[^>]*value="text" checked/);
    const out = (await send({ ...two, _row: 'remove questions.0' })).text;
    expect(['questions.0.code', 'questions.1.code'].map((name) => valueOf(out, name) ?? '')).toEqual(['second', '']);
    expect((await manager.get('/rounds/RD-2012-001/form')).status).toBe(404);
  });

  it('the options of a question are rows of their own, within it', async () => {
    const choice = {
      ...question(0, 'kind'), 'questions.0.answer.kind': 'choice', 'questions.0.answer.choice.several': 'no',
      'questions.0.answer.choice.options.0.option': 'a', 'questions.0.answer.choice.options.0.words': 'A',
      'questions.0.answer.choice.options.1.option': 'b', 'questions.0.answer.choice.options.1.words': 'B',
    };
    const { text } = await send({ ...choice, _row: 'down questions.0.answer.choice.options.0' });
    expect(valueOf(text, 'questions.0.answer.choice.options.0.option')).toBe('b');
    expect(said(text)).toContain('Move up Options 1.2');
  });

  it('eighty questions are kept in their order, and come back to be changed', async () => {
    const all = Object.assign({}, ...Array.from({ length: 80 }, (_, i) => question(i, `q${i + 1}`))) as Readonly<Record<string, string>>;
    const sent = await send(all);
    expect([sent.status, sent.status === 303 ? '' : said(sent.text)]).toEqual([303, '']);
    expect(said((await manager.get('/rounds/RD-2012-001/form')).text)).toContain('Why q80?');
    const { text } = await manager.get(page);
    expect(valueOf(text, 'questions.79.code')).toBe('q80');
    const boxes = [...text.matchAll(/<(?:input|textarea)[^>]+name="([^"]+)"/g)].length;
    expect(boxes).toBeLessThan(4000);
  });
});
