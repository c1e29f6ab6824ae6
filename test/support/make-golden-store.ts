/**
 * Makes the golden store of a schema version, once, when that version is released:
 * `node --import ./test/support/run-typescript.mjs test/support/make-golden-store.ts test/contracts/golden/store-v1`.
 * It refuses to make it again: later versions must open the file that was really written then.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { checkLog } from '#platform/transparency';
import { writeGoldenLog } from './golden-log.js';

const name = process.argv[2];
if (name === undefined || existsSync(`${name}.db`)) throw new Error(`${name ?? 'No name'}: give the name of a store that is not there yet`);

const store = await openSqliteEventStore({ file: `${name}.db` });
await writeGoldenLog(store);
const { events, root } = await checkLog(store);
const records = (await store.readRecords({ after: 0, limit: events })).map(({ record, leaf }) => ({ leaf: Buffer.from(leaf).toString('hex'), record }));
await store.close();
await writeFile(`${name}.json`, `${JSON.stringify({ madeBy: 'test/support/make-golden-store.ts', events, root, records }, null, 1)}\n`);
