import { dayTyped, deskIn } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

interface Line {
  readonly award: string;
  readonly recipientName: string;
  readonly approvedHundredths: number;
  readonly loggedHundredths: number;
  readonly leftHundredths: number;
  readonly valueMinor: number | null;
}

describe('days of help, page by page', () => {
  let house: OpenHouse;
  let oxford: string;
  let aylesbury: string;
  const { get, read, offered, send } = deskIn(() => house);
  beforeAll(async () => {
    house = await openHouse();
    const { rows } = (await get('/programmes/GROWTH/days.json')).body as { readonly rows: readonly Line[] };
    const named = (name: string): string => rows.find(({ recipientName }) => recipientName.startsWith(name))?.award ?? 'none';
    [oxford, aylesbury] = [named('Oxford'), named('Aylesbury')];
  });
  afterAll(() => house.close());

  it('a programme tells the days of each award, and what the worked ones count for, which is no money', async () => {
    expect(await read('/programmes/GROWTH')).toContain('Days of help');
    const page = await read('/programmes/GROWTH/days');
    expect(page).toMatch(/Days approved 868 days .*Worked 14 days .*Released 14 days .*Left 840 days .*62 awards with days/);
    expect(page).toMatch(/Oxford City Council 14 days 14 days 0 days 0 days £7,000\.00 for subsidy control at £500\.00 a day/);
    expect(page).toContain('it is never added to money');
    expect(page).not.toMatch(/of £31,000|£434,000/);
  });

  it('the same lines are there for programs, days and pounds in columns of their own', async () => {
    const { text } = await get('/programmes/GROWTH/days.csv');
    const heads = 'Award,Recipient,Days approved,Days worked,Days released,Days left,"Value of the worked days (£), which is no money",Valued for';
    expect(text.split('\r\n')[0]).toBe(heads);
    expect(text).toContain(`${oxford},Oxford City Council,14.00,14.00,0.00,0.00,7000.00,subsidy`);
  });

  it('an award shows its log, and leads an entry to the form that corrects it', async () => {
    const page = await read(`/awards/${oxford}`, 'programme-officer');
    expect(page).toMatch(/Entry 1: worked 14 February 2014 4 days 10 days .*Entry 3: worked 21 March 2014 4 days 0 days/);
    expect(page).toContain('The days worked count for £7,000.00 for subsidy control at £500.00 a day. That is no money');
    expect((await get(`/awards/${oxford}`, 'programme-officer')).text).toContain(`href="/awards/${oxford}/do/correct-days?number=2"`);
    expect((await get(`/awards/${oxford}/do/correct-days?number=2`, 'programme-officer')).text).toMatch(/name="number"[^>]*value="2"/);
  });

  it('days are offered to whoever logs them, as far as there are some', async () => {
    expect(await offered(`/awards/${oxford}`, 'programme-officer')).not.toContain('log-days');
    expect(await offered(`/awards/${aylesbury}`, 'programme-officer')).toEqual(expect.arrayContaining(['log-days', 'release-days']));
    expect(await offered(`/awards/${aylesbury}`, 'auditor')).toEqual([]);
    expect(await read('/awards/AW-2012-053')).not.toContain('Log of days');
  });

  it('what is logged by the form is on the page and in the timeline at once', async () => {
    const worked = { ...dayTyped('2014-04-02'), days: '2.5', what: 'Land for new firms' };
    const { status, location } = await send('programme-officer', `/awards/${aylesbury}/do/log-days`, worked);
    expect([status, location]).toEqual([303, expect.stringContaining(`/awards/${aylesbury}?done=log-days`)]);
    expect(await read(location, 'programme-officer')).toMatch(/It is stored .*Entry 1: worked 2 April 2014 2\.5 days 11\.5 days Land for new firms Correct/);
    expect(await read(`/awards/${aylesbury}#timeline`)).toContain('2.5 days');
    const tooMany = await send('programme-officer', `/awards/${aylesbury}/do/release-days`, { ...dayTyped('2014-04-03'), days: '12', reason: 'Enough' });
    expect([tooMany.status, tooMany.said]).toEqual([409, expect.stringContaining('11.5 days left')]);
  });

  it('a programme without days says how they would come to be there, and a day before them is empty', async () => {
    expect(await read('/programmes/FUTURE/days')).toContain('No award of the programme has days.');
    expect(await read('/programmes/GROWTH/days?as-of=2013-10-31')).toContain('No award had been given days yet.');
    expect((await get('/programmes/NOWHERE/days')).status).toBe(404);
  });
});
