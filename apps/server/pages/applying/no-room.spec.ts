import { said } from '../../testing/desk.js';
import { openHouse } from '../../testing/open-house.js';
import { roundWithFiles } from './testing/round-with-files.js';

describe('a server that has no room for files', () => {
  it('says so beside the box, keeps every word that was typed, and still takes what needs no room', async () => {
    const house = await openHouse({ playbooks: 'none', reserveForLog: Number.MAX_SAFE_INTEGER });
    const { send } = await roundWithFiles(house);
    const { status, text } = await send({ 'answers.why': 'Room for homes' }, { plan: [Buffer.from('%PDF-1.7 no room'), 'plan.pdf'] });
    expect([status, said(text)]).toEqual([
      507,
      expect.stringContaining('plan.pdf was not kept, because this server has no room for files at the moment. All else that you wrote stands here'),
    ]);
    expect(text).toContain('Room for homes');
    expect(text).toContain('href="#answers-plan"');
    expect((await send({ 'answers.why': 'Room for homes' })).status).toBe(400);
    await house.close();
  }, 60_000);
});
