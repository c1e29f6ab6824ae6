import { said } from '../../testing/desk.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

/** What a page says, without its markup. */

describe('the pages of a programme', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const read = async (path: string, role = 'programme-manager'): Promise<string> => said((await (await signedIn(house, role)).get(path)).text);

  it('Productivity Experts: 14 councils and £17.7 million to go in 2017/18, and what grant that needs', async () => {
    const page = await read('/programmes/PRODEXP');
    expect(page).toContain('11 of at least 25 councils: 14 to go. Of £25,000,000.00 of savings, £17,700,000.00 is still to be forecast.');
    expect(page).toContain('£150,000.00 (25 × £6,000.00), of which £84,000.00 is left to commit');
    expect(page).toContain('34 of at least 25 councils: 9 more than the target.');
  });

  it('as of the end of March 2017 the forecast of 2016/17 was 129.90 pounds for each pound of grant', async () => {
    const page = await read('/programmes/PRODEXP?as-of=2017-03-31');
    expect(page).toContain('Savings forecast for each pound of grant 129.90 : 1');
    expect(page).toContain('You are looking at the position as of 31 March 2017');
    expect(page).not.toContain('What you can do');
  });

  it('a round gives its terms, its criteria and its applications, best first, with points only for those who may audit', async () => {
    const page = await read('/rounds/RD-2016-004');
    expect(page).toContain('A fixed sum of £30,000.00 for each award');
    expect(page).toMatch(/AP-2016-030 Tunbridge Wells Borough Council: Reduce demand on Housing service Taken forward Recommended 1 82\.50 1/);
    expect(page.indexOf('AP-2016-030')).toBeLessThan(page.indexOf('AP-2016-028'));
    expect(await read('/rounds/RD-2016-004', 'recipient')).not.toContain('82.50');
    const csv = (path: string, role: string) => signedIn(house, role).then((agent) => agent.get(path)).then(({ text }) => text.split('\r\n')[0]);
    expect(await csv('/rounds/RD-2016-004.csv', 'auditor')).toContain('Rank,Placed,Points of 100,Assessors');
    expect(await csv('/rounds/RD-2016-004.csv', 'recipient')).not.toContain('Points');
  });

  it('an application shows what each assessor gave, and the way to its round and its award', async () => {
    const page = await read('/applications/AP-2016-027', 'auditor');
    expect(page).toContain('76.00 of 100, from 1 assessor');
    expect(page).toMatch(/Impact on demand 40 per cent 7/);
    expect(page).toContain('AW-2016-044');
    expect(await read('/applications/AP-2016-027', 'recipient')).toContain('The scores are for those who may audit.');
  });

  it('an application offers only what its scores and its place allow', async () => {
    const offered = async (application: string, role: string): Promise<readonly string[]> =>
      [...(await (await signedIn(house, role)).get(`/applications/${application}`)).text.matchAll(/\/do\/([a-z-]+)"/g)].map(([, command]) => command ?? '');
    expect(await offered('AP-2016-031', 'assessor')).toEqual(['revise-assessment']);
    expect(await offered('AP-2016-031', 'programme-officer')).not.toContain('recommend-award');
    expect(await offered('AP-2016-031', 'programme-manager')).toContain('take-from-reserve');
    expect(await offered('AP-2016-032', 'programme-manager')).not.toContain('take-from-reserve');
  });

  it('the pool knows experts by what they do, and is empty in words before there was anybody', async () => {
    expect(await read('/programmes/PRODEXP/experts')).toContain('9 experts');
    expect(await read('/programmes/PRODEXP/experts?known-at=2016-04-07')).toMatch(/There was nobody in the pool yet|There was no programme/);
    expect(await read('/programmes/NOWHERE/experts')).toContain('Page not found');
  });

  it('applications, scores, experts, programmes and roles are shown as they were on a business date', async () => {
    const auditor = await signedIn(house, 'auditor');
    const soOn = async (path: string): Promise<string> => {
      const page = said((await auditor.get(path)).text);
      expect(page).toContain('You are looking at the position as of');
      return page;
    };
    const listedOn = async (day: string, number = 1): Promise<string> => {
      const page = await soOn(`/applications?as-of=${day}&page=${number}`);
      return page.includes('AP-') ? `${page} ${await listedOn(day, number + 1)}` : '';
    };
    const listed = await listedOn('2015-06-09');
    expect(listed).toMatch(/AP-2014-048 Ambleford City Council: [^:]+ RD-2014-003 of AP-2014-048 Taken forward/);
    expect(listed).toMatch(/AP-2015-028 Liverpool City Council: [^.]+ RD-2015-002 of AP-2015-028 Received 20 May 2015/);
    expect(await listedOn('2015-06-10')).toMatch(/RD-2015-002 of AP-2015-028 Taken forward 20 May 2015/);
    const bid = await soOn('/applications/AP-2016-027?as-of=2016-09-11');
    expect(bid).toContain('76.00 of 100, from 1 assessor');
    expect(bid).not.toContain('AW-2016-044');
    expect(bid).not.toContain('Ranked');
    expect(await soOn('/applications/AP-2016-027?as-of=2016-09-04')).toContain('Nobody had assessed it yet.');
    expect((await auditor.get('/applications/AP-2016-027?as-of=2012-01-01')).status).toBe(404);
    expect(await soOn('/programmes/PRODEXP/experts?as-of=2016-07-03')).toMatch(/9 experts .* no award now/);
    expect(await soOn('/programmes/PRODEXP/experts?as-of=2016-07-03')).not.toContain('Awards that they help with');
    expect(await soOn('/programmes/PRODEXP/experts?as-of=2016-07-04')).toContain('Awards that they help with');
    expect(await soOn('/programmes?as-of=2013-01-01')).not.toContain('PRODEXP');
    expect(await soOn('/roles?as-of=2001-01-01')).toContain('No role was defined yet.');
  });

  it('an award shows whose share of the match is missing, even where the rest is there', async () => {
    expect(await read('/awards/AW-2016-047')).toContain('Not all of its share is verified: Neighbouring district 5, name not printed (£0.00 of £5,000.00).');
  });
});
