import { dayTyped, deskIn } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

const on = (day: number): Readonly<Record<string, string>> => dayTyped(`2012-06-${String(day).padStart(2, '0')}`);

describe('the shares of a round', () => {
  let house: OpenHouse;
  let round: string;
  let bids: readonly string[] = [];
  const { get, read, offered, send } = deskIn(() => house);
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    await send('finance-officer', '/do/open-fund', { ...on(1), code: 'FLOODS', name: 'Floods fund' });
    await send('finance-officer', '/do/set-budget', { ...on(1), fund: 'FLOODS', financialYear: 'FY1213', amount: '100.00' });
    const programme = { code: 'WARDENS', name: 'Wardens', purpose: 'Watch the river', awardCeiling: '100.00', instrument: 'none' };
    await send('programme-manager', '/do/define-programme', { ...on(1), ...programme });
    const terms = {
      'terms.support.0.kind': 'cash', 'terms.money.kind': 'share-of-fund',
      'terms.money.share-of-fund.by.kind': 'weight', 'terms.money.share-of-fund.by.weight.question': 'homes',
      'terms.intake.kind': 'open-call', 'terms.intake.open-call.late': 'never', 'terms.intake.open-call.again': 'never',
    };
    await send('programme-manager', '/programmes/WARDENS/do/design-scheme', { ...on(1), ...terms });
    const spring = { name: 'Spring', fund: 'FLOODS', financialYear: 'FY1213', allocation: '100.00' };
    await send('programme-manager', '/programmes/WARDENS/do/open-round', { ...on(2), ...spring });
    round = /RD-2012-\d+/.exec(await read('/programmes/WARDENS'))?.[0] ?? 'none';
    const question = {
      'questions.0.code': 'homes', 'questions.0.ask': 'How many homes?', 'questions.0.required': 'yes', 'questions.0.reusable': 'no',
      'questions.0.answer.kind': 'number', 'questions.0.answer.number.of': 'homes',
    };
    await send('programme-manager', `/rounds/${round}/do/set-form`, { ...on(2), ...question });
    for (const [name, homes] of [['Ambleford', '5'], ['Birchester', '1'], ['Caxby', '1']] as const) {
      await send('programme-officer', '/do/register-organisation', { ...on(2), name, type: 'district' });
      const { rows } = (await get(`/organisations.json?name=${name}`)).body as { readonly rows: readonly { readonly reference: string }[] };
      const organisation = rows[0]?.reference ?? '';
      const answers = { 'answers.0.question': 'homes', 'answers.0.answer.kind': 'number', 'answers.0.answer.number.number': homes };
      await send('programme-officer', '/do/submit-application', { ...on(3), round, organisation, title: 'A whistle', ...answers });
    }
    bids = [...new Set((await get(`/rounds/${round}`)).text.match(/AP-2012-\d+/g) ?? [])];
  });
  afterAll(() => house.close());

  it('before they are worked out, the page says who shares the money, and offers it to them', async () => {
    expect(bids).toHaveLength(3);
    expect((await get(`/rounds/${round}`)).text).toContain(`href="/rounds/${round}/shares"`);
    expect(await read(`/rounds/${round}/shares`)).toContain('The money of the round is not shared out yet. A programme manager shares it');
    expect(await offered(`/rounds/${round}/shares`, 'programme-manager')).toEqual(['share-fund']);
    expect(await offered(`/rounds/${round}`, 'programme-manager')).toContain('share-fund');
    expect(await offered(`/rounds/${round}/shares`, 'programme-officer')).toEqual([]);
  });

  it('each body’s weight and share is told, and all of them come to the money exactly', async () => {
    const another = { 'weights.0.application': bids[0] ?? '', 'weights.0.weight': '7' };
    expect(await send('programme-manager', `/rounds/${round}/do/share-fund`, { ...on(4), ...another })).toMatchObject({ status: 409 });
    expect(await send('programme-manager', `/rounds/${round}/do/share-fund`, on(4))).toMatchObject({ status: 303 });
    const page = await read(`/rounds/${round}/shares`);
    expect(page).toContain('To share £100.00 by homes, on 4 June 2012 Shared £100.00 among 3 bodies Not shared £0.00');
    expect(page).toContain('By homes. All shares and what is not shared come to £100.00 exactly');
    expect(page).toMatch(/Ambleford of \S+ 5 £71\.43 .*Birchester of \S+ 1 £14\.29 .*Caxby of \S+ 1 £14\.28 In all 7 £100\.00/);
    const lines = (await get(`/rounds/${round}/shares.csv`)).text.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines.slice(1).reduce((sum, line) => sum + Math.round(Number(line.split(',')[4]) * 100), 0)).toBe(10_000);
  });

  it('the day before nothing was shared, and another kind of round never is', async () => {
    expect(await read(`/rounds/${round}/shares?as-of=2012-06-03`)).toContain('The money of the round had not been shared out yet.');
    expect((await get('/rounds/RD-1999-001/shares')).status).toBe(404);
  });
});
