import { aRequest, anEvent, countingTo, logsFrom, someEvents, stored, versionsOf, wholeLog, type NewLog } from './tested-log.js';

/** A: what an append does to streams, and what it does when a belief does not hold. */
export function appendingContract(newLog: NewLog): void {
  const log = logsFrom(newLog);
  const open = async () => (await log()).open();

  test('A1 the first append gives versions from 1 and consecutive positions', async () => {
    const store = await open();
    expect(await store.append(aRequest(someEvents(3, 'award-1'), ['award-1', 'absent']))).toMatchObject({ outcome: 'stored', first: 1, last: 3, repeated: false });
    expect(await versionsOf(store, 'award-1')).toEqual([1, 2, 3]);
    expect((await wholeLog(store)).map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  test('A2 a stream that exists is not absent, and the conflict names its version', async () => {
    const store = await open();
    await stored(store, someEvents(2, 'award-1'));
    const conflict = { outcome: 'conflict', stream: 'award-1', expected: 0, actual: 2 };
    expect(await store.append(aRequest(someEvents(1, 'award-1'), ['award-1', 'absent']))).toEqual(conflict);
    expect(await store.append(aRequest(someEvents(1, 'award-1'), ['award-1', 0]))).toEqual(conflict);
  });

  test('A3 a stream that does not exist is not present', async () => {
    const store = await open();
    expect(await store.append(aRequest(someEvents(1, 'award-1'), ['award-1', 'present']))).toEqual({ outcome: 'conflict', stream: 'award-1', expected: 'present', actual: 0 });
    await stored(store, someEvents(1, 'award-1'));
    expect(await store.append(aRequest(someEvents(1, 'award-1'), ['award-1', 'present']))).toMatchObject({ outcome: 'stored', first: 2 });
  });

  test.each([
    ['the exact', 2, 'stored'],
    ['a stale', 1, 'conflict'],
    ['a future', 3, 'conflict'],
  ])('A4 %s version is answered with its outcome', async (_, version, outcome) => {
    const store = await open();
    await stored(store, someEvents(2, 'award-1'));
    expect(await store.append(aRequest(someEvents(1, 'award-1'), ['award-1', version]))).toMatchObject({ outcome });
  });

  test('A4 the right version under another event than the one that was decided upon is a conflict', async () => {
    const store = await open();
    const [first, stranger, next] = someEvents(3, 'award-1');
    if (!first || !stranger || !next) throw new Error('three events were asked for');
    await stored(store, [first]);
    const upon = (headId: string) => store.append({ events: [next], expects: [{ stream: 'award-1', expected: 1, headId }] });
    expect(await upon(stranger.id)).toEqual({ outcome: 'conflict', stream: 'award-1', expected: 1, actual: 1 });
    expect(await upon(first.id)).toMatchObject({ outcome: 'stored', first: 2 });
  });

  test('A5 32 callers without a belief all store, and each is told where its event is', async () => {
    const store = await open();
    const events = someEvents(32, 'award-1');
    const results = await Promise.all(events.map((event) => stored(store, [event])));
    expect(await versionsOf(store, 'award-1')).toEqual(countingTo(32));
    for (const [index, event] of events.entries()) {
      expect(await store.findEvent(event.id)).toMatchObject({ id: event.id, position: results[index]?.first, data: event.data });
    }
  });

  test('A6 of 32 callers who saw the same version exactly one wins, twenty times over', async () => {
    const store = await open();
    for (let version = 0; version < 20; version++) {
      const results = await Promise.all(someEvents(32, 'award-1').map((event) => store.append(aRequest([event], ['award-1', version]))));
      expect(results.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
      expect(results.filter((result) => result.outcome === 'conflict' && result.actual === version + 1)).toHaveLength(31);
    }
    expect(await versionsOf(store, 'award-1')).toEqual(countingTo(20));
  });

  test('A7 an append that is turned down writes nothing and uses up no position, and its neighbours are stored', async () => {
    const store = await open();
    const [before, refused, after] = await Promise.all([
      store.append(aRequest(someEvents(1, 'award-1'))),
      store.append(aRequest(someEvents(5, 'award-2'), ['award-2', 7])),
      store.append(aRequest(someEvents(1, 'award-3'))),
    ]);
    expect(before).toMatchObject({ outcome: 'stored', first: 1, last: 1 });
    expect(refused).toEqual({ outcome: 'conflict', stream: 'award-2', expected: 7, actual: 0 });
    expect(after).toMatchObject({ outcome: 'stored', first: 2, last: 2 });
    expect(await store.readStream('award-2')).toEqual({ version: 0, events: [] });
  });

  test('A8 an append of nothing, or of too much, is refused', async () => {
    const store = await open();
    await expect(store.append(aRequest([]))).rejects.toMatchObject({ kind: 'invalid' });
    await expect(store.append(aRequest(someEvents(1_001, 'award-1')))).rejects.toMatchObject({ kind: 'invalid' });
    expect(await store.head()).toEqual({ position: 0 });
    expect(await stored(store, someEvents(1_000, 'award-1'))).toMatchObject({ first: 1, last: 1_000 });
  });

  test('A9 events of one append keep their order, across its streams too', async () => {
    const store = await open();
    const events = ['award-1', 'fund-1', 'award-1', 'fund-1'].map((stream, index) => anEvent(stream, { data: { index } }));
    await stored(store, events);
    expect((await wholeLog(store)).map(({ data, version }) => [data, version])).toEqual([
      [{ index: 0 }, 1],
      [{ index: 1 }, 1],
      [{ index: 2 }, 2],
      [{ index: 3 }, 2],
    ]);
  });

  test('A11 an append over several streams is stored as a whole or not at all', async () => {
    const store = await open();
    await stored(store, someEvents(1, 'fund-1'));
    const both = () => [anEvent('award-1'), anEvent('fund-1')];
    expect(await store.append(aRequest(both(), ['award-1', 'absent'], ['fund-1', 9]))).toEqual({ outcome: 'conflict', stream: 'fund-1', expected: 9, actual: 1 });
    expect(await store.head()).toMatchObject({ position: 1 });
    expect(await store.append(aRequest(both(), ['award-1', 'absent'], ['fund-1', 1]))).toMatchObject({ outcome: 'stored', first: 2, last: 3 });
  });

  test('A11 a belief about a stream that is only read holds the append back too', async () => {
    const store = await open();
    await stored(store, someEvents(1, 'delegation-1'));
    expect(await store.append(aRequest([anEvent('award-1')], ['delegation-1', 'absent']))).toMatchObject({ outcome: 'conflict', stream: 'delegation-1', actual: 1 });
    expect(await store.append(aRequest([anEvent('award-1')], ['delegation-1', 1], ['award-1', 'absent']))).toMatchObject({ outcome: 'stored' });
    expect(await store.readStream('delegation-1')).toMatchObject({ version: 1 });
  });
}
