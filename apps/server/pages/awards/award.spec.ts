import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

interface Row {
  readonly reference: string;
  readonly programme: string;
  readonly stage: string;
}

describe('awards as they were known', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('on 12 June 2012 no award of Future Councils is approved, on 13 June two', async () => {
    const auditor = await signedIn(house, 'auditor');
    const approved = async (day: string): Promise<readonly string[]> => {
      const { body } = await auditor.get(`/awards.json?programme=FUTURE&known-at=${day}`);
      return (body as { rows: readonly Row[] }).rows.filter(({ stage }) => stage === 'approved').map(({ reference }) => reference);
    };
    expect(await approved('2012-06-12')).toEqual([]);
    expect(await approved('2012-06-13')).toEqual(['AW-2012-056', 'AW-2012-057']);
  });

  it('a date that was typed goes to the address that bears it, and links keep it until the return to today', async () => {
    const auditor = await signedIn(house, 'auditor');
    const typed = await auditor.get('/awards/AW-2012-056?known-at-day=12&known-at-month=6&known-at-year=2012');
    expect([typed.status, typed.headers['location']]).toEqual([303, '/awards/AW-2012-056?known-at=2012-06-12']);
    const { text } = await auditor.get('/awards/AW-2012-056?known-at=2012-06-12');
    expect(text).toContain('href="/ledger?known-at=2012-06-12"');
    expect(text).toMatch(/href="\/awards\/AW-2012-056">Return to today/);
    expect(text).toContain('<title>As known at the end of 12 June 2012: AW-2012-056');
  });

  it('a page that is pinned to an event never changes, so a browser may keep it', async () => {
    const officer = await signedIn(house, 'programme-officer');
    const pinned = `/awards/AW-2014-042/at/${(await house.house.store.head()).position}`;
    const first = await officer.get(pinned);
    expect(first.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect(first.headers['etag']).toMatch(/^"[\w-]{27}"$/);
    const done = await officer.post('/awards/AW-2014-042/do/propose-amount').type('form').send({ amount: '25,000.00' });
    expect(done.status).toBe(303);
    expect((await officer.get(pinned)).text).toBe(first.text);
    expect((await officer.get(pinned).set('If-None-Match', first.headers['etag'] ?? '')).status).toBe(304);
  });

  it('what lies ahead is not shown, and says so', async () => {
    const auditor = await signedIn(house, 'auditor');
    const { status, text } = await auditor.get('/awards/AW-2012-056/at/999999');
    expect([status, /Event @999999 has not happened yet/.test(text)]).toEqual([404, true]);
    const early = await auditor.get('/awards/AW-2012-056?known-at=2012-01-20');
    expect([early.status, /did not exist then/.test(early.text)]).toEqual([404, true]);
  });

  it('a recipient reads the register without the timeline or the ledger', async () => {
    const recipient = await signedIn(house, 'recipient');
    const { status, text } = await recipient.get('/awards/AW-2012-054');
    expect(status).toBe(200);
    expect(text).toContain('The timeline is for those who may audit.');
    expect(text).not.toContain('href="/ledger');
    expect((await recipient.get('/ledger')).status).toBe(403);
  });

  it('offers what the match allows: shares are not split anew once evidence stands, and only evidence that waits is verified', async () => {
    const offered = async (award: string, role: string): Promise<string> => (await (await signedIn(house, role)).get(`/awards/${award}`)).text;
    expect(await offered('AW-2016-047', 'programme-manager')).not.toContain('do/split-match');
    const verifier = await offered('AW-2014-044', 'match-verifier');
    expect([verifier.includes('do/verify-match'), verifier.includes('do/revoke-verification')]).toEqual([true, false]);
  });

  it('a figure leads to the lines behind it, and a line to its event', async () => {
    const auditor = await signedIn(house, 'auditor');
    expect((await auditor.get('/awards/AW-2012-053')).text).toContain('href="/ledger/B:Spent?about=AW-2012-053"');
    const lines = await auditor.get('/ledger/B:Spent?about=AW-2012-053');
    const [, position] = /href="\/events\/(\d+)"/.exec(lines.text) ?? [];
    expect((await auditor.get(`/events/${position}`)).text).toMatch(/Buckinghamshire County Council was paid £/);
  });

  it('on the two clocks: an approval that is recorded late was so on its day, and is marked', async () => {
    const manager = await signedIn(house, 'programme-manager');
    const asOf = async (day: string): Promise<readonly string[]> => ((await manager.get(`/awards.json?programme=DIGITAL&as-of=${day}`)).body as { rows: readonly Row[] }).rows.map(({ reference, stage }) => `${reference} ${stage}`);
    expect(await asOf('2014-12-10')).toEqual(['AW-2014-041 recommended', 'AW-2014-042 recommended', 'AW-2014-043 recommended', 'AW-2014-044 recommended']);
    const offer = { instrument: 'grant-agreement', document: 'GA 2', 'acceptBy-day': '31', 'acceptBy-month': '3', 'acceptBy-year': '2030', 'on-day': '2', 'on-month': '2', 'on-year': '2015' };
    await manager.post('/awards/AW-2014-042/do/agree-amount').type('form').send({ amount: '25,000.00', 'on-day': '1', 'on-month': '2', 'on-year': '2015' });
    expect((await manager.post('/awards/AW-2014-042/do/offer-agreement').type('form').send(offer)).status).toBe(303);
    expect(await asOf('2015-02-01')).toContain('AW-2014-042 approved');
    expect(await asOf('2015-02-02')).toContain('AW-2014-042 offered');
    const { text } = await manager.get('/awards/AW-2014-042?as-of=2015-02-02');
    expect(text).toContain('Recorded late');
    expect(text).toContain('You are looking at the position as of <strong>2 February 2015</strong>');
    expect(text).not.toContain('/do/');
    expect((await manager.get('/awards/AW-2014-042?as-of=2014-01-01')).status).toBe(404);
  });

  it('a day that does not exist is said beside its boxes', async () => {
    const auditor = await signedIn(house, 'auditor');
    const { status, text } = await auditor.get('/awards?as-of-day=31&as-of-month=4&as-of-year=2015');
    expect(status).toBe(400);
    expect(text).toContain('href="#as-of-day"');
    expect((await auditor.get('/awards?as-of-day=30&as-of-month=4&as-of-year=2015')).headers['location']).toBe('/awards?as-of=2015-04-30');
  });
});
