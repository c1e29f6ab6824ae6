import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type AppendRequest, type Clock, type Expected } from '#platform/event-store';
import { MemoryLog } from '#platform/event-store-memory';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { usualWaits } from '../../libs/platform/event-store-postgres/settings.js';
import { Witness } from '../../libs/platform/event-store-postgres/witness.js';
import { Writer } from '../../libs/platform/event-store-postgres/writer.js';
import { anEvent } from '../../libs/platform/event-store/testing/tested-log.js';
import { prepare } from '../../libs/platform/event-store/prepare.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

const streams = ['award-1', 'award-2', 'fund-1'];
const noon = '2012-06-13T12:00:00.000Z';
const clock: Clock = { now: () => noon };

/** What one caller asks for, before it is known what there will be to refer to. */
const drawn = fc.record({
  streams: fc.array(fc.constantFrom(...streams), { minLength: 1, maxLength: 3 }),
  beliefs: fc.array(fc.record({ stream: fc.constantFrom(...streams), expected: fc.oneof(fc.constantFrom<Expected | 'as it is'>('any', 'absent', 'present', 'as it is', 'as it is'), fc.nat(4)), under: fc.constantFrom('nobody', 'its head', 'a stranger') }), { maxLength: 2 }),
  again: fc.constantFrom('new', 'new', 'new', 'new', 'the same', 'one of its ids', 'its ids with other data'),
  recordedAt: fc.constantFrom(undefined, undefined, '2012-06-13T11:00:00.000Z', '2012-06-13T13:00:00.000Z', '2012-06-13T14:00:00.000Z'),
});
const batches = fc.array(fc.array(drawn, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 });

/** A request as drawn, by the log as it will stand when its turn comes. */
function requestOf({ streams: written, beliefs, again, recordedAt }: typeof drawn extends fc.Arbitrary<infer Drawn> ? Drawn : never, log: MemoryLog, earlier: AppendRequest | undefined): AppendRequest {
  if (again === 'the same' && earlier) return earlier;
  const headOf = (stream: string) => log.at(log.streams.get(stream)?.at(-1) ?? 0)?.filed.id;
  const expects = beliefs.filter(({ stream }, index) => beliefs.findIndex((each) => each.stream === stream) === index).map(({ stream, expected, under }) => {
    const version = expected === 'as it is' ? log.versionOf(stream) : expected;
    const headId = typeof version === 'number' && version > 0 ? { nobody: undefined, 'its head': headOf(stream), 'a stranger': randomUUID() }[under] : undefined;
    return { stream, expected: version, ...(headId === undefined ? {} : { headId }) };
  });
  const events = written.map((stream) => anEvent(stream));
  if (again === 'one of its ids' && earlier?.events[0]) events.splice(-1, 1, anEvent(written.at(-1) as string, { id: earlier.events[0].id }));
  if (again === 'its ids with other data' && earlier) events.splice(0, events.length, ...earlier.events.map((event) => ({ ...event, data: { other: true } })));
  return { events, expects, ...(recordedAt === undefined ? {} : { recordedAt }) };
}

requireService('postgres')('E5 requests that travel together to PostgreSQL', () => {
  let postgres: PostgresServer;
  beforeAll(async () => (postgres = await startPostgres()), 60_000);
  afterAll(() => postgres.stop());

  test('come to the very answers and bytes of the same requests one after the other, whatever they expect of one another', async () => {
    const address = await postgres.newDatabase();
    let logs = 0;
    await fc.assert(
      fc.asyncProperty(batches, async (all) => {
        const place = { address, schema: `log_${++logs}`, waits: usualWaits };
        const store = await openPostgresEventStore(place);
        let head = 0;
        const [writer, model] = [new Writer(place, { clock, witness: new Witness(), onCommit: (committed) => (head = committed) }), new MemoryLog()];
        const asked: AppendRequest[] = [];
        for (const batch of all) {
          const expected = [];
          const requests = [];
          for (const each of batch) {
            const request = requestOf(each, model, asked[asked.length - 2]);
            asked.push(request);
            const prepared = prepare(request);
            requests.push(prepared);
            expected.push(model.append(prepared, clock));
          }
          expect(await writer.write(requests)).toEqual(expected);
          const written = expected.flatMap((result) => (result.outcome === 'stored' && !result.repeated ? [result.last] : []));
          expect(head).toBe(Math.max(0, ...written));
        }
        expect(await store.readRecords({ after: 0, limit: 1_000 })).toEqual(model.records);
        await Promise.all([writer.close(), store.close()]);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});
