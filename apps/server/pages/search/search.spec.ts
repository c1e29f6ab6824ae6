import { deskIn } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

describe('looking things up that are no grant', () => {
  let house: OpenHouse;
  const { get, read } = deskIn(() => house);
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const leadsTo = async (words: string): Promise<string | undefined> => (await get(`/search?q=${encodeURIComponent(words)}`)).headers['location'];

  it('a reference leads to the page of a cohort, a framework or a funding, and there is one', async () => {
    const references = [['ch-2012-002', '/cohorts/CH-2012-002'], ['FW-2013-001', '/frameworks/FW-2013-001'], ['FN-2012-001', '/fundings/FN-2012-001']] as const;
    for (const [reference, page] of references) {
      expect(await leadsTo(reference)).toBe(page);
      expect((await get(page)).status).toBe(200);
    }
  });

  it('a name finds them, with the programme that each belongs to', async () => {
    expect(await leadsTo('collective switching framework')).toBe('/frameworks/FW-2013-001');
    expect(await read('/search?q=second%20cohort')).toMatch(/Second cohort \(COMACAD\) Cohort CH-2012-002/);
    const { text } = await get('/search?q=NAVIGATOR');
    expect(text).toMatch(/href="\/fundings\/FN-2012-\d+"/);
  });
});
