import Database from 'better-sqlite3';
import type { AddressSettings } from '#platform/installation';
import { requireService } from '../../test/support/require-service.js';
import { startRedis, type TestRedis } from '../../test/support/servers/redis.js';
import { liveOffice } from './testing/live-office.js';
import { desk } from './testing/typed.js';

interface Listed {
  readonly outcome: string;
  readonly head: number;
  readonly views: readonly { readonly view: string; readonly state: string }[];
}

describe('tally views', () => {
  let settings: AddressSettings = {};
  const office = desk(() => settings);
  beforeAll(async () => {
    await liveOffice(office, {});
    expect((await office.type('rebuild')).exit).toBe(0);
  });
  beforeEach(() => (settings = {}));
  afterAll(() => office.clear());
  const listed = async () => (await office.type('views', '--json')).json<Listed>();

  /** A view that somebody makes again, as far as the books know: nobody runs it, so that it stays where it is. */
  const makingAgain = (position: number): void => {
    const books = new Database(`${office.data}/views.db`);
    books.exec(`DELETE FROM builds WHERE name = 'ledger' AND state = 'building';
      INSERT INTO builds SELECT name, version, number + 1, 'building', '[]', ${position}, '', NULL, NULL FROM builds WHERE name = 'ledger' AND state = 'live'`);
    books.close();
  };

  it('says where each stands, and ends well when all are live', async () => {
    const { exit, out } = await office.type('views');
    const { head } = await listed();
    expect([exit, out]).toEqual([0, expect.stringMatching(new RegExp(`The log stands at @${head}\\.[\\s\\S]*ledger +\\d+ +@${head} +up to date`))]);
  });

  it('says how far one has come that is made again while the one before answers', async () => {
    const { head } = await listed();
    makingAgain(Math.ceil(head / 2));
    const { exit, out } = await office.type('views');
    expect([exit, out]).toEqual([0, expect.stringMatching(new RegExp(`ledger .*up to date; being made again, @${Math.ceil(head / 2)} of @${head}, 5\\d per cent`))]);
  });

  it('ends with 1 while views of this version are not live, and makes none of them itself', async () => {
    settings = { VIEW_STORE_URL: `sqlite:${office.path('new-views.db')}` };
    for (let turn = 0; turn < 2; turn += 1) {
      const { exit, out } = await office.type('views');
      expect([exit, out]).toEqual([1, expect.stringMatching(/ledger +\d+ +@0 +is being made, @0 of @\d+, 0 per cent/)]);
    }
    expect((await listed()).outcome).toBe('not-live');
  });

  it('says of views of another log what to do, where nothing else starts over them', async () => {
    settings = { EVENT_STORE_URL: `sqlite:${office.path('another.db')}` };
    const other = desk(() => settings);
    settings = { ...settings, VIEW_STORE_URL: `sqlite:${office.path('unused.db')}` };
    await liveOffice(other, {});
    settings = { EVENT_STORE_URL: settings.EVENT_STORE_URL };
    const { exit, out } = await office.type('views');
    expect([exit, out]).toEqual([1, expect.stringMatching(/ledger .*of another log than this one.*tally rebuild/)]);
    other.clear();
  });

  requireService('redis')('beside jobs in Redis', () => {
    let redis: TestRedis;
    beforeAll(async () => void (redis = await startRedis()));
    afterAll(() => redis.stop());

    it('are told by tally jobs, too, as long as they are being made', async () => {
      settings = { REDIS_URL: redis.address };
      makingAgain(3);
      expect((await office.type('jobs')).out).toMatch(/^View ledger: up to date; being made again, @3 of @\d+, \d+ per cent$/m);
    });
  });
});
