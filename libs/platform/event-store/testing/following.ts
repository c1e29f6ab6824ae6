import { aRequest, countingTo, logsFrom, someEvents, stored, anEvent, type NewLog } from './tested-log.js';
import { plainCodec, type EventStore, type Position, type SubscriptionItem } from '../index.js';

const patience = AbortSignal.timeout;

/** Follows until `enough` says so, and returns the positions of the events and the places where it was caught up. */
async function follow(store: EventStore, after: Position, enough: (events: readonly Position[], caughtUpAt: readonly Position[]) => boolean, types?: readonly string[]) {
  const [events, caughtUpAt]: [Position[], Position[]] = [[], []];
  const range = { after, signal: patience(10_000), ...(types === undefined ? {} : { types }) };
  for await (const item of store.subscribe(range)) {
    if ('event' in item) events.push(item.event.position);
    else caughtUpAt.push(item.position);
    if (enough(events, caughtUpAt)) break;
  }
  return { events, caughtUpAt };
}

/** D: following the log. D3 to D6, D8 and D9 are laws of those who keep views, not of the store. */
export function followingContract(newLog: NewLog): void {
  const log = logsFrom(newLog);
  const open = async () => (await log()).open();

  test('D1 a follower sees what was there and what comes, once each and in order', async () => {
    const store = await open();
    await stored(store, someEvents(700, 'award-1'));
    const following = follow(store, 0, (events) => events.length === 1_000);
    for (let round = 0; round < 60; round++) {
      await Promise.all(someEvents(5, `award-${round % 3}`).map((event) => stored(store, [event])));
    }
    const { events, caughtUpAt } = await following;
    expect(events).toEqual(countingTo(1_000));
    expect(caughtUpAt).toEqual(caughtUpAt.toSorted((one, other) => one - other));
  });

  test('D1 a follower is told when it has caught up, also with an empty log', async () => {
    const store = await open();
    expect(await follow(store, 0, (_, caughtUpAt) => caughtUpAt.length === 1)).toEqual({ events: [], caughtUpAt: [0] });
    await stored(store, someEvents(3, 'award-1'));
    expect(await follow(store, 0, (_, caughtUpAt) => caughtUpAt.length === 1)).toEqual({ events: [1, 2, 3], caughtUpAt: [3] });
  });

  test('D1 a follower sees what another process appends', async () => {
    const opened = await log();
    const [here, there] = [await opened.open(), await opened.open()];
    const following = follow(here, 0, (events) => events.length === 2);
    await stored(there, someEvents(1, 'award-1'));
    await stored(there, someEvents(1, 'award-1'));
    expect(await following).toMatchObject({ events: [1, 2] });
  });

  test('D1 a follower of one type keeps its place as others go by', async () => {
    const store = await open();
    const following = follow(store, 0, (events, caughtUpAt) => events.length === 1 && caughtUpAt.at(-1) === 41, ['AwardDeclined']);
    await stored(store, someEvents(20, 'award-1'));
    await stored(store, [anEvent('award-1', { type: 'AwardDeclined' })]);
    await stored(store, someEvents(20, 'award-1'));
    expect((await following).events).toEqual([21]);
  });

  test('D2 a follower goes on after the place where it stopped', async () => {
    const store = await open();
    await stored(store, someEvents(10, 'award-1'));
    const first = await follow(store, 0, (events) => events.length === 4);
    const rest = await follow(store, first.events.at(-1) ?? 0, (_, caughtUpAt) => caughtUpAt.length === 1);
    expect([...first.events, ...rest.events]).toEqual(countingTo(10));
  });

  test('D2 a follower whose signal is aborted ends, waiting or reading', async () => {
    const store = await open();
    await stored(store, someEvents(3, 'award-1'));
    for (const stopAt of ['event', 'caughtUp']) {
      const stop = new AbortController();
      const seen: SubscriptionItem[] = [];
      for await (const item of store.subscribe({ after: 0, signal: stop.signal })) {
        seen.push(item);
        if (stopAt in item) setImmediate(() => stop.abort());
        if (stopAt === 'event') await new Promise(setImmediate);
      }
      expect(seen).toHaveLength(stopAt === 'event' ? 1 : 4);
    }
  });

  test('D2 a follower is told when the log is closed beneath it', async () => {
    const store = await open();
    const following = follow(store, 0, () => false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([expect(following).rejects.toMatchObject({ kind: 'closed' }), store.close()]);
  });

  test('D7 a slow follower holds a bounded number of events, however long the log', async () => {
    let decoded = 0;
    const counting = { decode: (...stored: Parameters<typeof plainCodec.decode>) => (decoded++, plainCodec.decode(...stored)) };
    const store = await (await log()).open({ codec: counting });
    for (let round = 0; round < 5; round++) await stored(store, someEvents(1_000, 'award-1'));
    await follow(store, 0, (events) => events.length === 1);
    expect(decoded).toBeLessThanOrEqual(1_000);
  });

  test('D10 a place beyond the head of the log is refused, with what to do', async () => {
    const store = await open();
    await stored(store, someEvents(2, 'award-1'));
    const refusal = { kind: 'invalid', message: expect.stringMatching(/3 lies beyond the head of the log \(2\).*restored/) };
    await expect(store.readAll({ after: 3, limit: 1 })).rejects.toMatchObject(refusal);
    await expect(store.readRecords({ after: 3, limit: 1 })).rejects.toMatchObject(refusal);
    await expect(follow(store, 3, () => true)).rejects.toMatchObject(refusal);
  });

  test('F12 a log that closes finishes what it accepted and refuses what comes after', async () => {
    const opened = await log();
    const store = await opened.open();
    const accepted = someEvents(300, 'award-1').map((event) => stored(store, [event]));
    const closing = store.close();
    await expect(store.append(aRequest(someEvents(1, 'award-1')))).rejects.toMatchObject({ kind: 'closed' });
    expect((await Promise.all(accepted)).map(({ first }) => first)).toEqual(countingTo(300));
    await closing;
    await expect(store.head()).rejects.toMatchObject({ kind: 'closed' });
    expect(await (await opened.open()).head()).toMatchObject({ position: 300 });
  });
}
