import { fieldsOf } from '#kernel';
import { said } from '../../testing/desk.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';
import { designSteps } from './design-steps.js';
import { termsShape } from './design-draft.js';

const on = (day: string): Readonly<Record<string, string>> => ({ 'on-day': day, 'on-month': '4', 'on-year': '2012' });

/** Everything that the page's form would send: hidden boxes, typed ones, and what is chosen. */
function boxesOf(html: string): Record<string, string> {
  const boxes: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]+>/g)) {
    const of = (attribute: string): string | undefined => new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1];
    const name = of('name');
    if (name === undefined || (of('type') === 'radio' && !/\schecked/.test(tag))) continue;
    boxes[name] = (of('value') ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  }
  return boxes;
}

describe('a scheme is designed step by step', () => {
  let house: OpenHouse;
  let manager: Awaited<ReturnType<typeof signedIn>>;
  const page = '/programmes/CAREPLAN/design';
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    manager = await signedIn(house, 'programme-manager');
    await manager.post('/do/define-programme').type('form').send(
      { ...on('1'), code: 'CAREPLAN', name: 'Care plans', purpose: 'Better plans', awardCeiling: '10000.00', instrument: 'none' },
    );
  });
  afterAll(() => house.close());
  /** The page that is shown, its boxes changed, and a button pressed: as a browser without a script does it. */
  const press = async (html: string, words: Readonly<Record<string, string>>) => manager.post(page).type('form').send({ ...boxesOf(html), ...words });
  const stored = async (): Promise<string> => said((await manager.get('/programmes/CAREPLAN/scheme')).text);

  it('asks for every slot of the terms on one of its pages', () => {
    expect(designSteps.flatMap(({ slots }) => slots).toSorted()).toEqual([...fieldsOf(termsShape).keys()].toSorted());
  });

  it('is begun from the page of its programme, and offers kinds in words that somebody knows who runs schemes', async () => {
    expect((await manager.get('/programmes/CAREPLAN')).text).toContain(`href="${page}"`);
    expect(said((await manager.get(`${page}?step=money`)).text)).toContain('Negotiated, up to a ceiling for each award');
    expect(said((await manager.get(`${page}?step=support`)).text)).toMatch(/Cash: a grant of money .*A contribution to a cost that another body bears/);
    expect(said((await manager.get(`${page}?step=capacity`)).text)).not.toContain('Capacity There is no cap for one body');
  });

  it('goes forth and back without losing what was typed, and stores nothing on the way', async () => {
    const first = await manager.get(page);
    expect(said(first.text)).toContain('step 1 of 12 What is given');
    const money = await press(first.text, { 'terms.support.0.kind': 'cash', _go: 'next' });
    expect(said(money.text)).toContain('step 2 of 12 How much money');
    const match = await press(money.text, { 'terms.money.kind': 'fixed', 'terms.money.fixed.amount': '6,000.00', _go: 'next' });
    expect(said(match.text)).toMatch(/step 3 of 12 Match .*The terms so far .*A grant of money\. .*Each award is £6,000\.00, no more and no less\./);
    const back = await press(match.text, { _go: 'back' });
    expect(boxesOf(back.text)).toMatchObject({ 'terms.support.0.kind': 'cash', 'terms.money.kind': 'fixed', 'terms.money.fixed.amount': '6,000.00' });
    expect(await stored()).toContain('No terms are set out.');
  });

  it('says what is wrong on the page that asks for it, and lets whoever goes back go back', async () => {
    const { text } = await manager.get(`${page}?step=money`);
    const wrong = await press(text, { 'terms.money.kind': 'fixed', 'terms.money.fixed.amount': 'much', _go: 'next' });
    expect([wrong.status, said(wrong.text)]).toEqual([400, expect.stringContaining('step 2 of 12 How much money')]);
    expect(wrong.text).toContain('href="#terms-money-fixed-amount"');
    expect((await press(wrong.text, { _go: 'back' })).status).toBe(200);
    expect(said((await press(wrong.text, { _to: 'check' })).text)).toContain('step 1 of 12');
  });

  it('adds, moves and takes out rows, and leaves out what is optional, by buttons alone', async () => {
    const first = await manager.get(`${page}?step=reporting`);
    const rows = { 'terms.reporting.0.name': 'First', 'terms.reporting.1.name': 'Second', 'terms.reporting.1.every': 'month' };
    const moved = await press(first.text, { ...rows, _row: 'up terms.reporting.1' });
    expect(boxesOf(moved.text)).toMatchObject({ 'terms.reporting.0.name': 'Second', 'terms.reporting.0.every': 'month', 'terms.reporting.1.name': 'First' });
    const fewer = boxesOf((await press(moved.text, { _row: 'remove terms.reporting.0' })).text);
    expect([fewer['terms.reporting.0.name'], fewer['terms.reporting.1.name'], fewer['terms.reporting.0.every']]).toEqual(['First', '', undefined]);
    const more = await press(moved.text, { _more: 'terms.reporting' });
    expect(Object.keys(boxesOf(more.text))).toContain('terms.reporting.6.name');
    const out = await press(moved.text, { _go: 'leave-out' });
    expect(Object.keys(boxesOf(out.text)).filter((name) => name.startsWith('terms.reporting.'))).toEqual([]);
  });

  it('checks at the end what the command would refuse, and stores the terms once, in one command', async () => {
    const words = {
      ...on('2'), 'terms.support.0.kind': 'cash', 'terms.money.kind': 'fixed', 'terms.money.fixed.amount': '10000.01', _step: 'reporting',
      _go: 'next',
    };
    const check = await manager.post(page).type('form').send(words);
    expect(said(check.text)).toMatch(/There is a problem .*No award of this programme may exceed £10,000\.00.*Check the terms/);
    const refused = await press(check.text, { ...on('2'), _go: 'send' });
    expect([refused.status, said(refused.text)]).toEqual([409, expect.stringContaining('No award of this programme may exceed £10,000.00')]);
    const money = await press(refused.text, { _to: 'money' });
    const right = await press(money.text, { 'terms.money.fixed.amount': '6000.00', _to: 'check' });
    expect(said(right.text)).not.toContain('There is a problem');
    const sent = await press(right.text, { ...on('2'), _go: 'send' });
    expect([sent.status, sent.headers['location']]).toEqual([303, expect.stringMatching(/^\/programmes\/CAREPLAN\/scheme\?done=design-scheme&after=\d+$/)]);
    expect(said((await manager.get(sent.headers['location'] ?? '')).text)).toMatch(
      /Design scheme: done\. It is stored .*Version 1, since 2 April 2012\..*Each award is £6,000\.00/,
    );
    const again = await press(right.text, { ...on('2'), _go: 'send' });
    expect(again.headers['location']).toBe(sent.headers['location']);
  });

  it('begins from the terms that stand, and asks why they change', async () => {
    const { text } = await manager.get(`${page}?step=money`);
    expect(boxesOf(text)).toMatchObject({ 'terms.support.0.kind': 'cash', 'terms.money.fixed.amount': '6000.00' });
    const check = await press(text, { 'terms.money.fixed.amount': '7000.00', _to: 'check' });
    const unexplained = await press(check.text, { ...on('3'), _go: 'send' });
    expect([unexplained.status, said(unexplained.text)]).toEqual([409, expect.stringContaining('Say why the terms of Care plans change')]);
    expect((await press(unexplained.text, { ...on('3'), reason: 'Prices rose', _go: 'send' })).status).toBe(303);
    expect(await stored()).toContain('Version 2, 3 April 2012: Prices rose. Changed: money.');
  });

  it('is for those who design schemes, and not for the past', async () => {
    expect((await (await signedIn(house, 'auditor')).get(page)).status).toBe(403);
    expect((await manager.get(`${page}?known-at=@5`)).status).toBe(400);
    expect((await manager.get('/programmes/NOWHERE/design')).status).toBe(404);
  });
});
