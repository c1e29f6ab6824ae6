/**
 * A process that appends as fast as it can until it is stopped, and says what was acknowledged, a line for each:
 * `appender.ts <file or address> <callers> <milliseconds> <checkpointPages>`. Every append holds three events over two streams.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openSqliteEventStore } from '#platform/event-store-sqlite';

const [where = '', callers, milliseconds, checkpointPages] = process.argv.slice(2);
const store = where.startsWith('postgres:')
  ? await (await import('#platform/event-store-postgres')).openPostgresEventStore({ address: where })
  : await openSqliteEventStore({ file: where, checkpointPages: Number(checkpointPages) });
const until = performance.now() + Number(milliseconds);
let turn = 0;

async function call(): Promise<void> {
  while (performance.now() < until) {
    const append = randomUUID();
    const streams = [`award-${turn++ % 50}`, 'fund-1', `award-${turn % 50}`];
    const events = streams.map((stream) => ({
      id: randomUUID(), stream, type: 'AwardApproved', schema: 1, effectiveOn: '2012-06-13', meta: { append }, data: { turn },
    }));
    const result = await store.append({ events, expects: [] });
    if (result.outcome !== 'stored') throw new Error(JSON.stringify(result));
    // At once and in one piece: what stands in the pipe was acknowledged before the process died.
    writeSync(1, `${JSON.stringify({ first: result.first, ids: events.map(({ id }) => id) })}\n`);
  }
}

await Promise.all(Array.from({ length: Number(callers) }, call));
await store.close();
