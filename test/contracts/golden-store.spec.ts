import { copyFile, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { checkLog } from '#platform/transparency';
import { someEvents, stored } from '../../libs/platform/event-store/testing/tested-log.js';
import { writeGoldenLog } from '../support/golden-log.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

interface Expected {
  readonly events: number;
  readonly root: string;
  readonly records: readonly { readonly leaf: string; readonly record: string }[];
}

const golden = (name: string) => fileURLToPath(new URL(`./golden/${name}`, import.meta.url));
const expected = async (version: string) => JSON.parse(await readFile(golden(`${version}.json`), 'utf8')) as Expected;
const shown = ({ record, leaf }: { record: string; leaf: Uint8Array }) => ({ leaf: Buffer.from(leaf).toString('hex'), record });

let folder: TemporaryFolder;
beforeEach(async () => (folder = await temporaryFolder()));
afterEach(() => folder.remove());

describe.each(['store-v1'])('I1 the log that %s wrote', (version) => {
  async function openCopy() {
    await copyFile(golden(`${version}.db`), folder.path('log.db'));
    return openSqliteEventStore({ file: folder.path('log.db') });
  }

  test('is opened, byte for byte what it was, with the root it had', async () => {
    const { events, root, records } = await expected(version);
    const store = await openCopy();
    expect((await store.readRecords({ after: 0, limit: 1_000 })).map(shown)).toEqual(records);
    expect(await checkLog(store)).toEqual({ events, root, findings: [] });
    expect(await store.positionKnownAt('2012-09-30T00:00:00.000Z')).toBe(5);
    expect(await store.readStream('award-AW-2012-002')).toMatchObject({ version: 21 });
    await store.close();
  });

  test('takes new events after the old ones', async () => {
    const { events } = await expected(version);
    const store = await openCopy();
    expect(await stored(store, someEvents(2, 'award-AW-2012-002'))).toMatchObject({ first: events + 1, last: events + 2 });
    expect(await checkLog(store)).toMatchObject({ events: events + 2, findings: [] });
    await store.close();
  });
});

test('the same events come to the same bytes and the same root on every adapter', async () => {
  const { root, records } = await expected('store-v1');
  const [memory, sqlite] = [openMemoryEventStore(), await openSqliteEventStore({ file: folder.path('log.db') })];
  for (const store of [memory, sqlite]) {
    await writeGoldenLog(store);
    expect((await checkLog(store)).root).toBe(root);
    expect((await store.readRecords({ after: 0, limit: 1_000 })).map(shown)).toEqual(records);
    await store.close();
  }
});
