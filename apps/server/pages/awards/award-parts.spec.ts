import { deskIn, said } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

const on = (day: string, month = '4'): Readonly<Record<string, string>> => ({ 'on-day': day, 'on-month': month, 'on-year': '2012' });
const scheme = {
  'terms.support.0.kind': 'cash', 'terms.money.kind': 'ceiling-per-body', 'terms.money.ceiling-per-body.upTo': '9000.00',
  'terms.phases.0.code': 'survey', 'terms.phases.0.name': 'Survey', 'terms.phases.0.payable': '2000.00',
  'terms.phases.1.code': 'works', 'terms.phases.1.name': 'Works', 'terms.phases.1.needs.0.output': 'plan', 'terms.phases.1.needs.0.name': 'Plan',
};
const authority = { 'authority.kind': 'delegated', 'authority.delegated.body': 'lm', 'authority.delegated.minute': '2' };

describe('an award under a scheme, from its own page', () => {
  let house: OpenHouse;
  const { as } = deskIn(() => house);
  const award = 'AW-2012-001';
  const page = `/awards/${award}`;
  const post = async (role: string, path: string, words: Readonly<Record<string, string>>): Promise<void> => {
    const { status, text } = await (await as(role)).post(path).type('form').send({ ...on('5'), ...words });
    expect([path, status, status === 303 ? '' : said(text).slice(0, 1500)]).toEqual([path, 303, '']);
  };
  const offered = async (role: string): Promise<readonly string[]> =>
    [...(await (await as(role)).get(page)).text.matchAll(new RegExp(`href="${page}/do/([^"]+)"`, 'g'))].map(([, to]) => (to ?? '').replaceAll('&amp;', '&'));
  const read = async (role = 'auditor'): Promise<string> => said((await (await as(role)).get(page)).text);

  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    await post('finance-officer', '/do/open-fund', { code: 'CARE', name: 'Care fund' });
    for (const financialYear of ['FY1213', 'FY1314']) await post('finance-officer', '/do/set-budget', { fund: 'CARE', financialYear, amount: '50000.00' });
    await post('secretary', '/do/register-body', { code: 'board', name: 'Board', kind: 'board' });
    await post('secretary', '/do/register-body', { code: 'lm', name: 'Lead Members', kind: 'members' });
    await post(
      'secretary', '/do/delegate',
      { from: 'board', to: 'lm', perAward: '9000.00', total: '20000.00', minute: '1', 'startsOn-day': '1', 'startsOn-month': '4', 'startsOn-year': '2012' },
    );
    for (const name of ['Ambleford', 'Brackwater']) await post('programme-officer', '/do/register-organisation', { name, type: 'unitary' });
    await post('programme-manager', '/do/define-programme', { code: 'CARE', name: 'Care', purpose: 'Care', awardCeiling: '10000.00', instrument: 'none' });
    await post('programme-manager', '/programmes/CARE/do/design-scheme', scheme);
    await post('programme-manager', '/programmes/CARE/do/open-round', { name: 'Spring', fund: 'CARE', financialYear: 'FY1213', allocation: '20000.00' });
    await post('programme-officer', '/do/nominate', { round: 'RD-2012-001', organisation: 'OR-2012-001', title: 'Homes', source: 'open-call' });
    await post('programme-officer', '/applications/AP-2012-001/do/recommend-award', {});
  });
  afterAll(() => house.close());

  it('says the money rule of its round in the words of the rule, whichever kind it is of', async () => {
    expect(await read()).toContain('Up to £9,000.00 for each body, all its awards of the round together');
  });

  it('names a later year that is conditional, beside what is committed and never in it', async () => {
    await post('programme-manager', `${page}/do/name-tranche`, { financialYear: 'FY1314', upTo: '4000.00', subjectTo: 'the budget of 2013/14' });
    await post('programme-manager', `${page}/do/approve-award`, { ceiling: '5000.00', ...authority });
    const told = await read();
    expect(told).toContain('£4,000.00 is named and waits for its own approval: none of it is committed, and none of it is in any total.');
    expect(told).toMatch(/Part 1 CARE 2013\/14 Conditional the budget of 2013\/14 £4,000\.00/);
    expect(told).toMatch(/Ceiling £5,000\.00/);
    expect(said((await (await as('auditor')).get('/programmes/CARE/delivery')).text)).toContain(
      '£4,000.00 is named for later years and waits for its own approval. None of it is committed.',
    );
    expect(await offered('programme-manager')).toEqual(expect.arrayContaining(['confirm-tranche?number=1&amount=4000.00', 'decline-tranche?number=1']));
  });

  it('starts a phase, hands in what opens the next, and has it answered by somebody else, each by a button that knows which', async () => {
    expect(await offered('programme-manager')).toContain('start-phase?phase=survey');
    expect((await (await as('programme-manager')).get(`${page}/do/start-phase?phase=survey`)).text).toMatch(/name="phase"[^>]*value="survey"/);
    await post('programme-manager', `${page}/do/start-phase`, { phase: 'survey' });
    const told = await read();
    expect(told).toMatch(/1\. Survey Under way 5 April 2012 £2,000\.00 2\. Works Not open yet Plan left open/);
    expect(told).toContain('£2,000.00 in all may be paid in the phases that have started.');
    expect((await (await as('programme-officer')).get(`${page}/do/submit-output`)).text).toContain('<option value="plan">Plan</option>');
    await post('programme-officer', `${page}/do/submit-output`, { output: 'plan', document: 'Plan 1' });
    expect(await offered('programme-manager')).toEqual(
      expect.arrayContaining(['accept-output?output=plan', 'send-back-output?output=plan', 'end-phase?phase=survey']),
    );
    await post('programme-manager', `${page}/do/send-back-output`, { output: 'plan', reason: 'No costs' });
    expect(await read()).toMatch(/Plan Sent back Plan 1 5 April 2012 5 April 2012: No costs/);
    await post('programme-officer', `${page}/do/submit-output`, { output: 'plan', document: 'Plan 2' });
    await post('programme-manager', `${page}/do/accept-output`, { output: 'plan' });
    expect(await read()).toMatch(/Plan Accepted Plan 2 \(submitted 2 times\)/);
    expect(await offered('programme-manager')).toContain('start-phase?phase=works');
  });

  it('changes hands, takes a partner and a tag, and says who was in it and when', async () => {
    await post('programme-officer', `${page}/do/tag-award`, { set: 'kind', value: 'homes' });
    await post('programme-manager', `${page}/do/transfer-award`, { to: 'OR-2012-002', reason: 'Brackwater leads now' });
    await post('programme-manager', `${page}/do/add-partner`, { organisation: 'OR-2012-001', role: 'partner', reason: 'Stays in it' });
    const told = await read();
    expect(told).toContain('Ambleford answered for it until 5 April 2012. What was posted before stays where it was');
    expect(told).toMatch(/Ambleford OR-2012-001, lead Answers for it 5 April 2012 5 April 2012 Brackwater .* Answers for it 5 April 2012/);
    expect(told).toMatch(/kind homes 5 April 2012/);
    expect(await offered('programme-manager')).toEqual(expect.arrayContaining(['remove-partner', 'untag-award?set=kind', 'transfer-award']));
    expect((await (await as('programme-manager')).get(`${page}/do/transfer-award`)).text).toContain('<option value="OR-2012-001">Ambleford</option>');
  });

  it('counts a later year that was confirmed in what is left to pay, and says so beside what was agreed', async () => {
    const signed = '/awards/AW-2012-002';
    await post('programme-manager', '/do/define-programme', { code: 'HOMES', name: 'Homes', purpose: 'Homes', awardCeiling: '9000.00', instrument: 'deed' });
    await post('programme-manager', '/programmes/HOMES/do/open-round', {
      name: 'Spring', fund: 'CARE', financialYear: 'FY1213', allocation: '9000.00', 'terms.kind': 'ceiling', 'terms.ceiling.upTo': '9000.00',
    });
    await post('programme-officer', '/rounds/RD-2012-002/do/nominate', { organisation: 'OR-2012-002', title: 'Homes', source: 'open-call' });
    await post('programme-officer', '/applications/AP-2012-002/do/recommend-award', {});
    await post('programme-manager', `${signed}/do/name-tranche`, { financialYear: 'FY1314', upTo: '1000.00', subjectTo: 'the budget of 2013/14' });
    await post('programme-manager', `${signed}/do/approve-award`, { ceiling: '5000.00', ...authority });
    await post('programme-officer', `${signed}/do/propose-amount`, { amount: '4000.00' });
    await post('programme-officer', `${signed}/do/agree-amount`, { amount: '4000.00' });
    await post('programme-officer', `${signed}/do/offer-agreement`, { document: 'D 1', 'acceptBy-day': '5', 'acceptBy-month': '5', 'acceptBy-year': '2012' });
    await post('programme-manager', `${signed}/do/sign-agreement`, { document: 'D 1' });
    const told = async (): Promise<string> => said((await (await as('auditor')).get(signed)).text);
    expect(await told()).toMatch(/£1,000\.00 under the ceiling Paid £0\.00.* Left to pay £4,000\.00/);
    await post('programme-manager', `${signed}/do/confirm-tranche`, { number: '1', amount: '1000.00', ...authority });
    expect(await told()).toMatch(/£1,000\.00 under the ceiling; £1,000\.00 more is confirmed for later years Paid .* Left to pay £5,000\.00/);
  });
});
