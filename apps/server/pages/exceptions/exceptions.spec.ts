import { said } from '../../testing/desk.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

describe('the page of exceptions', () => {
  let house: OpenHouse;
  let auditor: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    house = await openHouse();
    auditor = await signedIn(house, 'auditor');
  });
  afterAll(() => house.close());
  const read = async (path: string): Promise<string> => said((await auditor.get(path)).text);

  it('tells what a document states and what the register lists, each as it came, with the way to what it is about', async () => {
    expect(await read('/exceptions')).toMatch(/states 32 applications and the register lists 33/);
    expect((await auditor.get('/exceptions')).text).toMatch(/href="\/rounds\/RD-20\d\d-\d{3}"/);
    expect(((await auditor.get('/exceptions.json')).body as { rows: readonly { sentence: string }[] }).rows.some(({ sentence }) => sentence.includes('states 32'))).toBe(true);
    expect((await auditor.get('/exceptions.csv')).text.split('\r\n')[0]).toBe('About,What differs,Kind,In words,Noted on');
  });

  it('is empty in words: of what nothing disagrees about, and before anything did', async () => {
    expect(await read('/exceptions?about=NOWHERE')).toContain('Nothing about NOWHERE disagrees. Show every exception');
    expect(await read('/exceptions?known-at=@2')).toContain('Nothing disagreed yet.');
  });

  it('tells a programme manager on the home page that something waits to be explained', async () => {
    expect(said((await (await signedIn(house, 'programme-manager')).get('/')).text)).toMatch(/\d+ figures? do(es)? not agree/);
  });
});
