import { anEvent, aRequest, logsFrom, someEvents, stored, wholeLog, type NewLog } from './tested-log.js';

/** B: the same command twice is one command. */
export function repeatingContract(newLog: NewLog): void {
  const log = logsFrom(newLog);
  const open = async () => (await log()).open();

  test('B1 the same events again give the same answer and nothing new, though the belief is now stale', async () => {
    const store = await open();
    const request = aRequest([anEvent('award-1'), anEvent('fund-1'), anEvent('award-1')], ['award-1', 'absent'], ['fund-1', 'absent']);
    const first = await store.append(request);
    expect(first).toMatchObject({ outcome: 'stored', first: 1, last: 3, repeated: false });
    expect(await store.append(request)).toEqual({ ...first, repeated: true });
    expect(await store.head()).toMatchObject({ position: 3 });
  });

  test('B2 after a thousand later events it is still the same command', async () => {
    const store = await open();
    const request = aRequest(someEvents(2, 'award-1'), ['award-1', 'absent']);
    const first = await store.append(request);
    await stored(store, someEvents(1_000, 'award-1'));
    expect(await store.append(request)).toEqual({ ...first, repeated: true });
  });

  test('B3 events of which only some are there are refused', async () => {
    const store = await open();
    const [one, two, three] = someEvents(3, 'award-1') as [ReturnType<typeof anEvent>, ReturnType<typeof anEvent>, ReturnType<typeof anEvent>];
    await stored(store, [one, two]);
    expect(await store.append(aRequest([two, three]))).toEqual({ outcome: 'id-taken', id: two.id });
    expect(await store.append(aRequest([three, one]))).toEqual({ outcome: 'id-taken', id: one.id });
    expect(await store.append(aRequest([two, one]))).toEqual({ outcome: 'id-taken', id: two.id });
    expect(await store.head()).toMatchObject({ position: 2 });
  });

  test('B3 events that are there, but not from one append side by side, are refused', async () => {
    const store = await open();
    const [one, two] = [anEvent('award-1'), anEvent('award-1')];
    await stored(store, [one]);
    await stored(store, someEvents(1, 'fund-1'));
    await stored(store, [two]);
    expect(await store.append(aRequest([one, two]))).toMatchObject({ outcome: 'id-taken' });
  });

  test.each([
    ['data', { data: { ceiling: 2 } }],
    ['metadata', { meta: { actor: 'person:2' } }],
    ['type', { type: 'AwardDeclined' }],
    ['schema', { schema: 2 }],
    ['business date', { effectiveOn: '2012-06-14' }],
  ])('B4 the same id with other %s is refused', async (_, differing) => {
    const store = await open();
    const event = anEvent('award-1');
    await stored(store, [event]);
    expect(await store.append(aRequest([{ ...event, ...differing }], ['award-1', 1]))).toEqual({ outcome: 'id-taken', id: event.id });
  });

  test('B5 the same id in another stream is refused', async () => {
    const store = await open();
    const event = anEvent('award-1');
    await stored(store, [event]);
    expect(await store.append(aRequest([{ ...event, stream: 'award-2' }]))).toEqual({ outcome: 'id-taken', id: event.id });
  });

  test('B6 two identical appends at once are stored once, and both succeed', async () => {
    const opened = await log();
    const [here, there] = [await opened.open(), await opened.open()];
    for (let round = 0; round < 10; round++) {
      const request = aRequest(someEvents(2, `award-${round}`), [`award-${round}`, 'absent']);
      const results = await Promise.all([here.append(request), here.append(request), there.append(request)]);
      expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored']);
      expect(results.filter((result) => result.outcome === 'stored' && !result.repeated)).toHaveLength(1);
      expect(new Set(results.map((result) => result.outcome === 'stored' && result.first)).size).toBe(1);
    }
    expect(await wholeLog(here)).toHaveLength(20);
  });

  test('B7 a caller who never saw the answer asks again and finds one event', async () => {
    const opened = await log();
    const request = aRequest(someEvents(2, 'award-1'), ['award-1', 'absent']);
    const first = await opened.open();
    void first.append(request); // the answer is lost with the connection
    await first.close();
    const second = await opened.open();
    expect(await second.append(request)).toMatchObject({ outcome: 'stored', first: 1, last: 2, repeated: true });
    expect(await second.head()).toMatchObject({ position: 2 });
  });
}
