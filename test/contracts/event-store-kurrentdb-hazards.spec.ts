import { StoreFault } from '#platform/event-store';
import { openKurrentEventStore } from '#platform/event-store-kurrentdb';
import { checkLog } from '#platform/transparency';
import { anEvent, aRequest, countingTo, someEvents, stored, wholeLog } from '../../libs/platform/event-store/testing/tested-log.js';
import { shortPatience, until, withDouble } from '../support/kurrentdb-double/with-double.js';
import { requireService } from '../support/require-service.js';

/** What was observed of the client in front of a server (docs/decisions/0107), each under the letter that it has there. */
requireService('kurrentdb')('hazards of the client for KurrentDB: appending and reading', () => {
  const { start, open } = withDouble();

  test('B what JSON cannot hold is refused before the client sees it, which would never come back', async () => {
    const double = await start();
    const store = await open(double);
    const asked = double.faults.seen.append;
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    for (const data of [{ minor: 1n }, circle]) await expect(store.append(aRequest([anEvent('award-1', { data })]))).rejects.toMatchObject({ kind: 'invalid' });
    expect(double.faults.seen.append).toBe(asked);
    expect(await stored(store, someEvents(1, 'award-1'))).toMatchObject({ first: 1 });
  });

  test.each(['hang', 'hang-after'] as const)('C an append that is never answered is repeated and stored once (%s)', async (fault) => {
    const double = await start();
    const store = await open(double);
    double.faults.next('append', fault, fault);
    expect(await store.append(aRequest(someEvents(2, 'award-1'), ['award-1', 'absent']))).toMatchObject({ outcome: 'stored', first: 1, last: 2 });
    expect(await wholeLog(store)).toHaveLength(2);
  });

  test('C a server that never answers again is given up, and the caller told that the outcome is unknown', async () => {
    const double = await start();
    const store = await open(double, { patience: { ...shortPatience, answerMilliseconds: 100, outageMilliseconds: 200 } });
    double.faults.next('append', 'hang-after', 'hang', 'hang', 'hang', 'hang');
    const request = aRequest(someEvents(1, 'award-1'), ['award-1', 'absent']);
    await expect(store.append(request)).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/unknown: repeat it with the same ids/) });
    double.faults.forget();
    expect(await store.append(request)).toMatchObject({ outcome: 'stored', first: 1, repeated: true });
  });

  test('D a conflict names the stream and where it stands, though the client says nothing in words', async () => {
    const double = await start();
    const [here, there] = [await open(double), await open(double)];
    await stored(here, someEvents(1, 'award-1'));
    await stored(there, someEvents(2, 'award-1'));
    expect(await here.append(aRequest(someEvents(1, 'award-1'), ['award-1', 1]))).toEqual({ outcome: 'conflict', stream: 'award-1', expected: 1, actual: 3 });
  });

  test('D2 the setting that makes the client answer with wrong revisions is refused', async () => {
    const double = await start();
    const opening = openKurrentEventStore({ address: `${double.address()}&throwOnAppendFailure=false` });
    await expect(opening).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/"throwOnAppendFailure" is not a setting/) });
  });

  test('F a read that is never answered is asked again', async () => {
    const double = await start();
    const store = await open(double);
    await stored(store, someEvents(3, 'award-1'));
    double.faults.next('read', 'hang', 'hang');
    expect(await store.readStream('award-1')).toMatchObject({ version: 3 });
    double.faults.next('read', 'hang');
    expect(await wholeLog(store)).toHaveLength(3);
  });

  test('F a server that answers no read is given up in time', async () => {
    const double = await start();
    const store = await open(double, { patience: { ...shortPatience, answerMilliseconds: 100, outageMilliseconds: 150 } });
    double.faults.next('read', ...countingTo(20).map(() => 'hang' as const));
    await expect(store.head()).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/gave no answer when asked to read/) });
  });

  test('G a follower who stops in the middle of a page leaves no read open on the server', async () => {
    const double = await start();
    const store = await open(double, { patience: {} });
    await stored(store, someEvents(600, 'award-1'));
    for await (const _ of store.subscribe({ after: 0, signal: AbortSignal.timeout(5_000) })) break;
    await until(() => double.reading.openCount === 0);
    expect(double.subscriptions.count).toBe(0);
  });

  test('K where nothing listens, opening fails with the address and what to check', async () => {
    const double = await start();
    const address = double.address().replace('//', '//ann:hunter2@');
    double.stop();
    const fault = await openKurrentEventStore({ address, patience: { ...shortPatience, outageMilliseconds: 200 } }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StoreFault);
    expect(fault).toMatchObject({ kind: 'unreachable', message: expect.stringContaining(`127.0.0.1:${double.port}`) });
    expect(String(fault)).not.toContain('hunter2');
  });

  test('K an append while nothing listens is unreachable, and stored by the next try', async () => {
    const double = await start();
    const store = await open(double, { patience: { ...shortPatience, outageMilliseconds: 200 } });
    double.stop();
    const request = aRequest(someEvents(1, 'award-1'));
    await expect(store.append(request)).rejects.toMatchObject({ kind: 'unreachable' });
    await double.listen();
    expect(await store.append(request)).toMatchObject({ outcome: 'stored', first: 1 });
  });

  test('M when no node of a cluster tells who leads it, opening says that it cannot be reached', async () => {
    const address = 'kurrentdb://127.0.0.1:1,127.0.0.1:2?tls=false&maxDiscoverAttempts=2&discoveryInterval=5';
    const opening = openKurrentEventStore({ address, patience: { ...shortPatience, outageMilliseconds: 100 } });
    await expect(opening).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/Failed to discover/) });
  });

  test.each(['cut', 'cut-after'] as const)('P an append that is under way while the server is lost is stored once (%s)', async (fault) => {
    const double = await start();
    const store = await open(double);
    await stored(store, someEvents(1, 'award-1'));
    double.faults.next('append', fault);
    expect(await store.append(aRequest(someEvents(2, 'award-1'), ['award-1', 1]))).toMatchObject({ outcome: 'stored', first: 2, last: 3 });
    expect((await wholeLog(store)).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  test('Q after the server was started again on its port the next append succeeds, and R so does the next read', async () => {
    const double = await start();
    const store = await open(double);
    await stored(store, someEvents(1, 'award-1'));
    double.stop();
    await double.listen();
    expect(await stored(store, someEvents(1, 'award-1'))).toMatchObject({ first: 2 });
    double.stop();
    await double.listen();
    expect(await wholeLog(store)).toHaveLength(2);
  });

  test.each(['unavailable', 'not-leader'] as const)('a node that says %s is asked again, or the leader that it names', async (fault) => {
    const double = await start();
    const store = await open(double);
    double.faults.next('append', fault);
    await stored(store, someEvents(1, 'award-1'));
    double.faults.next('read', fault);
    expect(await store.readStream('award-1')).toMatchObject({ version: 1 });
  });

  test('who may not do what is asked is told so at once, and nothing is tried again', async () => {
    const double = await start();
    const store = await open(double);
    const asked = double.faults.seen.append;
    double.faults.next('append', 'denied');
    await expect(store.append(aRequest(someEvents(1, 'award-1')))).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/may not do that/) });
    expect(double.faults.seen.append).toBe(asked + 1);
  });

  test('through every fault at once nothing that was acknowledged is lost, nothing is stored twice, and the log is whole', async () => {
    const double = await start();
    const stores = [await open(double), await open(double)];
    const faults = ['cut', 'hang-after', 'unavailable', 'cut-after', 'not-leader', 'hang'] as const;
    const acknowledged: string[] = [];
    await Promise.all(
      countingTo(8).map(async (caller) => {
        for (const turn of countingTo(15)) {
          if (caller === 1 && turn % 2 === 0) double.faults.next('append', faults[(turn / 2) % faults.length] ?? 'cut');
          if (caller === 2 && turn % 5 === 0) double.faults.next('read', turn === 10 ? 'hang' : 'unavailable');
          const event = anEvent(`award-${caller % 3}`);
          const result = await stores[(caller + turn) % 2]?.append(aRequest([event]));
          if (result?.outcome === 'stored') acknowledged.push(event.id);
        }
      }),
    );
    const [store] = stores;
    if (store === undefined) throw new Error('two stores were opened');
    expect(acknowledged).toHaveLength(120);
    expect((await wholeLog(store)).map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    expect(await checkLog(store)).toMatchObject({ events: 120, findings: [] });
  });
});
