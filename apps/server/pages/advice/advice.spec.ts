import { dayTyped, deskIn } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

describe('advice without an award, on its page', () => {
  let house: OpenHouse;
  const { get, read, offered, send } = deskIn(() => house);
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none' });
    const programme = { code: 'KNOWLEDGE', name: 'Knowledge', purpose: 'To know', awardCeiling: '0.00', instrument: 'none' };
    await send('programme-manager', '/do/define-programme', { ...dayTyped('2012-05-01'), ...programme });
    await send('programme-officer', '/do/register-organisation', { ...dayTyped('2012-05-02'), name: 'Ambleford', type: 'district' });
  });
  afterAll(() => house.close());

  it('says at first who records it, and offers it to them, with bodies to pick from', async () => {
    expect(await read('/programmes/KNOWLEDGE/advice')).toContain('No advice without an award is recorded. A programme officer records');
    expect(await offered('/programmes/KNOWLEDGE/advice', 'programme-officer')).toEqual(['give-advice']);
    expect(await offered('/programmes/KNOWLEDGE/advice', 'recipient')).toEqual([]);
    const { text } = await get('/programmes/KNOWLEDGE/do/give-advice', 'programme-officer');
    expect(text).toMatch(/value="OR-2012-001"[^>]*>Ambleford|OR-2012-001[^<]*Ambleford/);
  });

  it('tells on what it was, who had it, and how many where they are not named', async () => {
    const given = { ...dayTyped('2012-06-01'), topic: 'What research knows' };
    const had: readonly Readonly<Record<string, string>>[] = [{ organisation: 'OR-2012-001', days: '0.5' }, { 'bodies.least': '12', 'bodies.most': '15' }];
    for (const who of had) {
      expect(await send('programme-officer', '/programmes/KNOWLEDGE/do/give-advice', { ...given, ...who })).toMatchObject({ status: 303 });
    }
    const page = await read('/programmes/KNOWLEDGE/advice');
    expect(page).toMatch(/Advice given 2 times Bodies that had it 13 to 16 .*Days 0\.5 days/);
    expect(page).toMatch(/What research knows 1 June 2012 Ambleford of AD-2012-001 0\.5 days .*12 to 15 bodies, not named not recorded/);
    expect((await get('/programmes/KNOWLEDGE/advice.csv')).text).toContain('AD-2012-002,What research knows,2012-06-01,,,12,15,,');
    expect(await read('/programmes/KNOWLEDGE/advice?as-of=2012-05-31')).toContain('No advice had been given yet.');
  });
});
