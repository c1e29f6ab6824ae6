import pg from 'pg';
import { type EventStore } from '#platform/event-store';
import { openPostgresEventStore, type PostgresStoreOptions } from '#platform/event-store-postgres';
import { aRequest, countingTo, someEvents, stored, wholeLog } from '../../libs/platform/event-store/testing/tested-log.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const short = { answer: 500, reach: 1_000 };

requireService('postgres')('a log in PostgreSQL whose connection fails', () => {
  let postgres: PostgresServer;
  let proxy: TcpProxy;
  let address: string;
  const stores: EventStore[] = [];
  beforeAll(async () => (postgres = await startPostgres()), 60_000);
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    proxy = await TcpProxy.before(postgres.port);
    address = await postgres.newDatabase();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await proxy.stop();
  });

  async function open(waits: PostgresStoreOptions['waits'] = {}): Promise<EventStore> {
    // The schema is made with the usual patience: what is tried is a log that is short of it, not its beginning.
    await (await openPostgresEventStore({ address })).close();
    const store = await openPostgresEventStore({ address: proxy.address(address), waits });
    stores.push(store);
    return store;
  }

  test.each(['cut-before-request', 'cut-before-answer'] as const)('F6 %s: the append is stored once, and the caller hears so', async (mode) => {
    const store = await open();
    await stored(store, someEvents(1, 'award-1'));
    for (const turn of countingTo(5)) {
      proxy.mode = mode;
      const result = await store.append(aRequest(someEvents(2, 'award-1'), ['award-1', turn * 2 - 1]));
      expect(result).toMatchObject({ outcome: 'stored', first: turn * 2, last: turn * 2 + 1, repeated: mode === 'cut-before-answer' });
    }
    expect(proxy.cuts).toBe(5);
    expect((await wholeLog(store)).map(({ version }) => version)).toEqual(countingTo(11));
  });

  test('F6 of 32 callers whose connection is cut again and again nobody loses an event or has it twice', async () => {
    const store = await open();
    const acknowledged: string[] = [];
    await Promise.all(countingTo(32).map(async (caller) => {
      for (const event of someEvents(8, `award-${caller % 6}`)) {
        await stored(store, [event]);
        acknowledged.push(event.id);
        if (acknowledged.length % 50 === 0) proxy.mode = acknowledged.length % 100 === 0 ? 'cut-before-answer' : 'cut-before-request';
      }
    }));
    expect(proxy.cuts).toBeGreaterThan(1);
    const events = await wholeLog(store);
    expect(events.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
    expect(events.map(({ position }) => position)).toEqual(countingTo(256));
  });

  test('F6 a network that says nothing is given up, the caller is told that the outcome is unknown, and asking again settles it', async () => {
    const store = await open(short);
    await stored(store, someEvents(1, 'award-1'));
    proxy.mode = 'hang';
    const request = aRequest(someEvents(1, 'award-1'));
    await expect(store.append(request)).rejects.toMatchObject({ name: 'StoreFault', kind: 'unreachable', message: expect.stringMatching(/unknown: repeat it with the same ids/) });
    await expect(store.head()).rejects.toMatchObject({ kind: 'unreachable' });
    proxy.mode = 'pass';
    expect(await store.append(request)).toMatchObject({ outcome: 'stored', first: 2, last: 2 });
    expect(await store.head()).toMatchObject({ position: 2 });
  });

  test('F6 a follower outlasts the cut and misses nothing', async () => {
    const [store, elsewhere] = [await open(short), await openPostgresEventStore({ address })];
    stores.push(elsewhere);
    const seen: number[] = [];
    const following = (async () => {
      for await (const item of store.subscribe({ after: 0, signal: AbortSignal.timeout(30_000) })) {
        if ('event' in item && seen.push(item.event.position) === 6) return;
      }
    })();
    await stored(elsewhere, someEvents(2, 'award-1'));
    proxy.mode = 'cut';
    await stored(elsewhere, someEvents(2, 'award-1'));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    proxy.mode = 'pass';
    await stored(elsewhere, someEvents(2, 'award-1'));
    await following;
    expect(seen).toEqual(countingTo(6));
  });

  test('F6 an address where nobody answers is said to be the trouble, without its password', async () => {
    proxy.mode = 'cut';
    const opening = openPostgresEventStore({ address: proxy.address(address), waits: short });
    await expect(opening).rejects.toMatchObject({ name: 'StoreFault', kind: 'unreachable', message: expect.not.stringContaining('only-for-tests') });
  });

  test('F7 a head that somebody keeps for too long is said to be kept, and the log works again when it is free', async () => {
    const store = await open({ head: 300 });
    const holder = new pg.Client({ connectionString: address });
    await holder.connect();
    await holder.query('BEGIN; SELECT FROM tallystick_log.head FOR UPDATE');
    await expect(store.append(aRequest(someEvents(1, 'award-1')))).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/kept its lock for too long/) });
    expect(await store.head()).toEqual({ position: 0 });
    await holder.query('COMMIT');
    await holder.end();
    expect(await stored(store, someEvents(1, 'award-1'))).toMatchObject({ first: 1 });
  });

  test('F7 a session that holds the head and sits idle is ended by the server, and those who wait go on', async () => {
    const store = await open();
    const idle = new pg.Client({ connectionString: address, idle_in_transaction_session_timeout: 300 });
    const ended = new Promise((resolve) => idle.on('error', resolve)); // told twice: by the server, and by the line that is gone
    await idle.connect();
    await idle.query('BEGIN; SELECT FROM tallystick_log.head FOR UPDATE');
    expect(await stored(store, someEvents(1, 'award-1'))).toMatchObject({ first: 1 });
    expect(await ended).toMatchObject({ code: '25P03' });
  });

  test('F12 a log that closes while it is cut off answers everybody and closes', async () => {
    const store = await open(short);
    await stored(store, someEvents(1, 'award-1'));
    proxy.mode = 'cut';
    const late = someEvents(5, 'award-1').map((event) => store.append(aRequest([event])).then(({ outcome }) => outcome, (fault: { kind: string }) => fault.kind));
    await store.close();
    expect(await Promise.all(late)).toEqual(countingTo(5).map(() => 'unreachable'));
    await expect(store.append(aRequest(someEvents(1, 'award-1')))).rejects.toMatchObject({ kind: 'closed' });
  });
});
