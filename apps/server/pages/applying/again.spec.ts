import { digestOf } from '../../../../libs/platform/kept-files/testing/contract.js';
import { said } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';
import { roundWithFiles, type RoundWithFiles } from './testing/round-with-files.js';

const plan = Buffer.from('%PDF-1.7 the plan');
const better = Buffer.from('%PDF-1.7 a better plan');

describe('an application that is sent again', () => {
  let house: OpenHouse;
  let round: RoundWithFiles;
  let reference = '';
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    round = await roundWithFiles(house);
    const sent = await round.send({ _checked: 'yes' }, { plan: [plan, 'plan.pdf'] });
    [reference = ''] = /AP-\d{4}-\d{3}/.exec(sent.headers['location'] ?? '') ?? [];
    expect(sent.status).toBe(303);
  }, 60_000);
  afterAll(() => house.close());
  const filesOf = async () => (await (await round.officer()).get(`/applications/${reference}`)).text;

  it('is offered by its page, filled in with what it says, files and all', async () => {
    expect(await filesOf()).toContain(`href="/rounds/${round.spring}/apply?again=${reference}"`);
    const { text } = await (await round.officer()).get(`/rounds/${round.spring}/apply?again=${reference}`);
    expect(text).toContain('value="Homes on the quay"');
    expect(text).toContain(`name="answers.plan.digest" value="${digestOf(plan)}"`);
    expect(said(text)).toMatch(/Send again for Spring .* plan\.pdf, 17 bytes was sent and is kept/);
  });

  it('asks what changed, keeps its files or takes others, and says so on its page', async () => {
    const words = { again: reference, 'answers.plan.name': 'plan.pdf', 'answers.plan.digest': digestOf(plan), 'answers.plan.bytes': '17' };
    expect(said((await round.send(words)).text)).toContain('Enter reason');
    const check = await round.send({ ...words, reason: 'The plan was adopted' }, { plan: [better, 'better.pdf'] });
    expect(said(check.text)).toMatch(/The plan of the site better\.pdf, 22 bytes .*Sent again because The plan was adopted/);
    const sent = await round.send({ ...words, reason: 'The plan was adopted', _checked: 'yes' }, { plan: [better, 'better.pdf'] });
    expect([sent.status, sent.headers['location']]).toEqual([303, expect.stringContaining(`/applications/${reference}?done=resubmit-application`)]);
    const page = said((await (await round.officer()).get(sent.headers['location'] ?? '')).text);
    expect(page).toContain('better.pdf, 22 bytes');
    expect(page).not.toContain('plan.pdf, 17 bytes');
  });

  it('is not found for another round, or where there is none of that name', async () => {
    for (const path of [`${round.autumn}/apply?again=${reference}`, `${round.spring}/apply?again=AP-2012-999`, `${round.spring}/apply?again=x`])
      expect((await (await round.officer()).get(`/rounds/${path}`)).status).toBe(404);
  });
});
