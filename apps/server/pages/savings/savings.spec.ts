import { said } from '../../testing/desk.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

describe('the savings pages', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const read = async (path: string, role = 'auditor'): Promise<string> => said((await (await signedIn(house, role)).get(path)).text);

  it('asked to add a forecast to a lifetime, they say why not; one basis is added', async () => {
    expect(await read('/savings?programme=PRODEXP&forecast=yes&lifetime=yes')).toContain('These figures stand on different bases (forecast, over a lifetime), so they are not added');
    expect(await read('/savings?programme=PRODEXP&lifetime=yes')).toContain('Together: £133,000,000.00, savings or income');
  });

  it('a saving is shown on both clocks: what was claimed, and what was validated later', async () => {
    expect(await read('/savings/SV-2017-004')).toMatch(/Validated £85,000\.00/);
    const before = await read('/savings/SV-2017-004?as-of=2017-04-05');
    expect(before).toMatch(/Claimed, not validated yet £90,000\.00/);
    expect(before).toMatch(/Validated £0\.00/);
    expect(await read('/savings/SV-2017-004?known-at=2017-04-05')).toMatch(/Claimed, not validated yet £90,000\.00/);
    expect(await read('/savings/SV-2017-004?known-at=2017-03-30')).toContain('There was no saving SV-2017-004 then');
  });

  it('whoever validates is told what waits, and finds it', async () => {
    const officer = await signedIn(house, 'programme-officer');
    const claimed = await officer.post('/savings/SV-2017-009/do/claim-saving').type('form').send({ amount: '1,000,000.00', document: 'Accounts' });
    expect([claimed.status, claimed.headers['location']?.split('?')[0]]).toEqual([303, '/savings/SV-2017-009']);
    expect(await read('/', 'savings-validator')).toContain('1 claim of savings waits to be validated');
    expect(await read('/savings?waiting=yes', 'savings-validator')).toContain('SV-2017-009');
    expect(await read('/savings/SV-2017-009', 'savings-validator')).toContain('Validate saving');
  });

  it('the form of a forecast that is reached from an award knows the award', async () => {
    const officer = await signedIn(house, 'programme-officer');
    expect((await officer.get('/awards/AW-2016-027/do/forecast-savings')).text).toMatch(/value="award" checked[\s\S]*value="AW-2016-027"/);
  });
});
