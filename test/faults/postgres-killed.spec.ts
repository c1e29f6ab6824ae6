import { randomInt } from 'node:crypto';
import { StoreFault, type AppendRequest, type EventStore } from '#platform/event-store';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { checkLog } from '#platform/transparency';
import { anEvent, aRequest, countingTo } from '../../libs/platform/event-store/testing/tested-log.js';
import { AppendingProcess, type Acknowledged } from '../support/appending-process.js';
import { everyEvent, missing, torn } from '../support/log-witness.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

/** Three in the gate; a campaign sets fifty or more. */
const kills = Number(process.env['TALLYSTICK_KILLS'] ?? 3);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

requireService('postgres')('a log in PostgreSQL and what is killed', () => {
  let postgres: PostgresServer;
  beforeAll(async () => (postgres = await startPostgres()), 60_000);
  afterAll(() => postgres.stop());

  /** Until it is stored, as the engine's callers do: the same ids, however often it takes. */
  async function insist(store: EventStore, request: AppendRequest): Promise<Acknowledged> {
    for (;;) {
      try {
        const result = await store.append(request);
        if (result.outcome !== 'stored') throw new Error(JSON.stringify(result));
        return { first: result.first, ids: request.events.map(({ id }) => id) };
      } catch (fault) {
        if (!(fault instanceof StoreFault && fault.kind === 'unreachable')) throw fault;
      }
      await pause(50);
    }
  }

  test(`F1 a process that is killed while it appends loses nothing that was acknowledged and leaves no half of an append, ${kills} times`, async () => {
    const address = await postgres.newDatabase();
    const acknowledged: Acknowledged[] = [];
    for (let round = 0; round < kills; round++) {
      const appending = new AppendingProcess(address);
      await appending.hasBegun();
      await pause(randomInt(5, 250));
      await appending.kill();
      acknowledged.push(...appending.acknowledged());
      const store = await openPostgresEventStore({ address });
      const events = await everyEvent(store);
      expect(missing(events, acknowledged)).toEqual([]);
      expect(torn(events, 3)).toEqual([]);
      expect((await checkLog(store)).findings).toEqual([]);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(kills);
  }, 30_000 + kills * 20_000);

  test.each([
    ['killed', kills, (server: PostgresServer) => server.kill9().then(() => server.start())],
    ['restarted by its operator', 1, (server: PostgresServer) => server.restart()],
  ])('F7 the server is %s under 32 callers: nothing acknowledged is lost, nothing stored twice, and followers go on', async (_, times, strike) => {
    const address = await postgres.newDatabase();
    const store = await openPostgresEventStore({ address, waits: { reach: 2_000 } });
    const stop = new AbortController();
    const followed: number[] = [];
    const following = (async () => {
      for await (const item of store.subscribe({ after: 0, signal: stop.signal })) if ('event' in item) followed.push(item.event.position);
    })();
    let striking = true;
    const acknowledged: Acknowledged[] = [];
    const callers = countingTo(32).map(async (caller) => {
      while (striking) {
        const append = `${caller}-${acknowledged.length}-${randomInt(1e9)}`;
        const events = [anEvent(`award-${caller}`, { meta: { append } }), anEvent('fund-1', { meta: { append } })];
        acknowledged.push(await insist(store, aRequest(events)));
      }
    });
    for (let round = 0; round < times; round++) {
      await pause(randomInt(200, 600));
      await strike(postgres);
    }
    await pause(200);
    striking = false;
    await Promise.all(callers);

    const events = await everyEvent(store);
    expect(missing(events, acknowledged)).toEqual([]);
    expect(torn(events, 2)).toEqual([]);
    expect(events).toHaveLength(acknowledged.length * 2);
    expect((await checkLog(store)).findings).toEqual([]);
    while (followed.length < events.length) await pause(20);
    expect(followed).toEqual(countingTo(events.length));
    stop.abort();
    await following;
    await store.close();
  }, 60_000 + kills * 20_000);
});
