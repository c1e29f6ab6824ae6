import { toDate } from '#kernel';
import { commands } from '#domain';
import { demonstrationPerson } from '#domain/people';
import { said } from '../../testing/desk.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

const question = (code: string, ask: string, answer: object, about = { required: true, reusable: true }) => ({ code, ask, ...about, answer });
const form = [
  question('homes', 'How many homes would be built?', { kind: 'number', of: 'homes', most: 5_000 }),
  question('cost', 'What would it cost?', { kind: 'money-table', rows: [{ row: 'land', words: 'Land' }, { row: 'building', words: 'Building' }] }, { required: false, reusable: false }),
  question('true', 'Is what you say true?', { kind: 'declaration', statement: 'What we say is true' }),
];
const terms = {
  support: [{ kind: 'advice', on: 'homes' }], intake: { kind: 'open-call', late: 'never', again: 'until-it-closes' },
  eligibility: [{ kind: 'number', code: 'AT-LEAST', effect: 'refuses', question: 'homes', least: 100 }],
};
const answers = { title: 'Homes on the quay', 'answers.homes': '600', 'answers.true': 'yes' };

describe('applying for a round', () => {
  let house: OpenHouse;
  let [council, spring, autumn, winter] = ['', '', '', ''];
  let receiptAt = '';
  let setForm: (statement: string) => Promise<string>;
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none', allowance: { reading: 1_000, writing: 1_000, signingIn: 1_000 } });
    const run = async (role: string, name: string, input: object): Promise<string> => {
      const command = commands.find((each) => each.name === name);
      if (!command) throw new Error(`There is no command ${name}`);
      const came = await house.house.engine.run(command, input, { actor: demonstrationPerson(role), role, on: toDate('2012-05-01') });
      if (came.outcome !== 'done') throw new Error(JSON.stringify(came));
      return came.reference;
    };
    await run('finance-officer', 'OpenFund', { code: 'HOMES', name: 'Homes' });
    await run('programme-manager', 'DefineProgramme', { code: 'HOUSING', name: 'Housing', purpose: 'Homes', awardCeiling: '£0.00', instrument: 'none' });
    await run('programme-manager', 'DesignScheme', { programme: 'HOUSING', terms });
    const open = (name: string) => run('programme-manager', 'OpenRound', { programme: 'HOUSING', name, fund: 'HOMES', financialYear: 'FY1213', allocation: '£0.00', form });
    [spring, autumn, winter] = [await open('Spring'), await open('Autumn'), await open('Winter')];
    setForm = (statement) => run('programme-manager', 'SetForm', { round: winter, questions: [...form.slice(0, 2), question('true', 'Is what you say true?', { kind: 'declaration', statement })] });
    council = await run('programme-officer', 'RegisterOrganisation', { name: 'Ambleford City Council', type: 'unitary' });
  }, 60_000);
  afterAll(() => house.close());

  const officer = () => signedIn(house, 'programme-officer');
  const headOf = async () => (await house.house.store.head()).position;
  const send = async (round: string, typed: object) => (await officer()).post(`/rounds/${round}/apply`).type('form').send({ organisation: council, ...typed });

  it('is offered by the page of the round, to those who may', async () => {
    expect((await (await officer()).get(`/rounds/${spring}`)).text).toContain(`href="/rounds/${spring}/apply"`);
    const auditor = await signedIn(house, 'auditor');
    expect((await auditor.get(`/rounds/${spring}`)).text).not.toContain('/apply');
    expect((await auditor.get(`/rounds/${spring}/apply`)).status).toBe(403);
  });

  it('asks for whom it is, and then what the form asks', async () => {
    expect(said((await (await officer()).get(`/rounds/${spring}/apply`)).text)).toMatch(/Apply for Spring .*Organisation/);
    const { text } = await (await officer()).get(`/rounds/${spring}/apply?organisation=${council}`);
    expect(said(text)).toMatch(/For Ambleford City Council\..*How many homes would be built\?.*What would it cost\? \(optional\).*Land.*Building.*Is what you say true\?.*What we say is true/);
    expect(said((await (await officer()).get(`/rounds/${spring}/apply?organisation=OR-2012-999`)).text)).toContain('There is no organisation OR-2012-999');
  });

  it('comes back with what is wrong beside its box, and stores nothing', async () => {
    const before = await headOf();
    const { status, text } = await send(spring, { title: 'Homes', 'answers.homes': 'many', 'answers.cost.land': '1.234' });
    expect(status).toBe(400);
    expect(text).toContain('<title>Error: Apply for Spring');
    expect(text).toContain('href="#answers-homes"');
    expect(text).toContain('href="#answers-cost-land"');
    expect(text).toContain('href="#answers-true"');
    expect(text).toContain('value="many"');
    expect(await headOf()).toBe(before);
  });

  it('shows everything once more before it is sent, and can be changed there', async () => {
    const before = await headOf();
    const { status, text } = await send(spring, { ...answers, 'answers.cost.land': '1,000', 'answers.cost.building': '2,000.50', _key: 'one' });
    expect(status).toBe(200);
    expect(said(text)).toMatch(/Check the application Of Ambleford City Council\. Nothing has been sent yet\. Title Homes on the quay How many homes would be built\? 600 What would it cost\? Land: £1,000\.00; Building: £2,000\.50 Is what you say true\? Yes/);
    expect(text).toContain('name="_key" value="one"');
    const changed = await send(spring, { ...answers, _change: 'yes', _key: 'one' });
    expect(changed.text).toContain('value="Homes on the quay"');
    expect(await headOf()).toBe(before);
  });

  it('names the partners on the page that is checked, each with its role', async () => {
    const registered = await (await officer()).post('/do/register-organisation').type('form').send({ name: 'Quay Trust', type: 'charity' });
    const trust = /OR-\d{4}-\d{3}/.exec(registered.headers['location'] ?? '')?.[0];
    const { text } = await send(spring, { ...answers, 'partners.0.organisation': trust, 'partners.0.role': 'delivery-lead' });
    expect(said(text)).toContain('Partners Quay Trust (delivery lead)');
  });

  it('says which rule of which version keeps it out, and keeps what was written', async () => {
    const { status, text } = await send(spring, { ...answers, 'answers.homes': '99', _checked: 'yes' });
    expect(status).toBe(409);
    expect(said(text)).toContain('Not eligible under the rule AT-LEAST of version 1 of the terms. The answer to homes is 99, and the rule asks for at least 100');
    expect(text).toContain('value="99"');
  });

  it('is sent once, leads to its receipt, and is not taken twice from the same body', async () => {
    const { status, headers } = await send(spring, { ...answers, _checked: 'yes', _key: 'two' });
    expect([status, headers['location']]).toEqual([303, expect.stringMatching(/^\/applications\/AP-\d{4}-001\?done=submit-application/)]);
    expect(said((await (await officer()).get(headers['location'] ?? '')).text)).toContain('Ambleford City Council submitted Homes on the quay as a bid in an open call');
    receiptAt = headers['location'] ?? '';
    const receipt = said((await (await officer()).get(headers['location'] ?? '')).text);
    expect(receipt).toMatch(/What it says .*How many homes would be built\? 600 Is what you say true\? Yes/);
    expect(receipt).toContain('AT-LEAST 1 Met The answer to homes is 600, and the rule asks for at least 100');
    expect(said((await (await officer()).get(`/rounds/${spring}`)).text)).toContain('By the rules 1 meet every rule and preference');
    const again = await send(spring, { ...answers, _checked: 'yes', _key: 'two' });
    expect([again.status, again.headers['location']]).toEqual([303, headers['location']]);
    const other = await send(spring, { ...answers, _checked: 'yes', _key: 'three' });
    expect(other.status).toBe(409);
    expect(said(other.text)).toContain('Ambleford City Council has applied for Spring already');
  });

  it('shows what was answered to those who may read applications, and to nobody else, not even as the reason of a rule', async () => {
    const page = async (role: string) => said((await (await signedIn(house, role)).get(receiptAt.replace(/\?.*/, ''))).text);
    expect(await page('auditor')).toContain('The answer to homes is 600');
    expect(await page('recipient')).toContain('Homes on the quay');
    expect(await page('recipient')).not.toContain('The answer to homes is 600');
  });

  it('is not sent by a form whose questions have changed since it was opened: the answers come back, and no declaration is made to words that nobody read', async () => {
    const opened = (await (await officer()).get(`/rounds/${winter}/apply?organisation=${council}`)).text;
    expect(opened).toContain('name="_form" value="1"');
    const checked = (await send(winter, { ...answers, _form: '1' })).text;
    expect(checked).toContain('name="_form" value="1"');
    await setForm('We pay for all of it ourselves');
    const before = await headOf();
    for (const step of [{}, { _checked: 'yes', _key: 'four' }]) {
      const { status, text } = await send(winter, { ...answers, _form: '1', ...step });
      expect(status).toBe(409);
      expect(said(text)).toMatch(/The questions have changed since you opened this page.* We pay for all of it ourselves/);
      expect([text.includes('value="600"'), text.includes('name="_form" value="2"'), text.includes('checked')]).toEqual([true, true, false]);
    }
    expect(await headOf()).toBe(before);
    expect((await send(winter, { ...answers, _form: '2', _checked: 'yes', _key: 'four' })).status).toBe(303);
  });

  it('fills in what the body told before, with the day on which it did, and never a declaration', async () => {
    const { text } = await (await officer()).get(`/rounds/${autumn}/apply?organisation=${council}`);
    expect(said(text)).toMatch(/Filled in from what you told before “How many homes would be built\?” as told on \d/);
    expect(text).toContain('value="600"');
    expect(text).not.toContain('checked');
  });
});
