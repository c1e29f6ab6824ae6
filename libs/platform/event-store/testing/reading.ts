import { anEvent, countingTo, logsFrom, someEvents, stored, wholeLog, type NewLog } from './tested-log.js';
import { type RecordedEvent } from '../index.js';

const versions = (events: readonly RecordedEvent[]) => events.map(({ version }) => version);

/** C: what is read is what was appended, in that order, with nothing left out. */
export function readingContract(newLog: NewLog): void {
  const log = logsFrom(newLog);
  const open = async () => (await log()).open();

  test.each([
    [{}, [1, 2, 3, 4, 5]],
    [{ from: 4 }, [4, 5]],
    [{ to: 2 }, [1, 2]],
    [{ from: 2, to: 4 }, [2, 3, 4]],
    [{ from: 2, limit: 2 }, [2, 3]],
    [{ backwards: true }, [5, 4, 3, 2, 1]],
    [{ backwards: true, limit: 2 }, [5, 4]],
    [{ backwards: true, from: 2, to: 4, limit: 2 }, [4, 3]],
    [{ from: 6 }, []],
    [{ from: 4, to: 2 }, []],
    [{ to: 99 }, [1, 2, 3, 4, 5]],
  ])('C1 a stream of five read with %j gives versions %j', async (range, expected) => {
    const store = await open();
    for (let index = 0; index < 5; index++) await stored(store, [anEvent('award-1'), anEvent('fund-1')]);
    const slice = await store.readStream('award-1', range);
    expect(versions(slice.events)).toEqual(expected);
    expect(slice.version).toBe(5);
  });

  test.each([{ from: 0 }, { limit: 0 }, { from: 1.5 }, { to: -1 }])('C1 a range of %j is refused', async (range) => {
    await expect((await open()).readStream('award-1', range)).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('C2 a stream that does not exist has version 0, and one whose range is empty has its own', async () => {
    const store = await open();
    await stored(store, someEvents(2, 'award-1'));
    expect(await store.readStream('award-2')).toEqual({ version: 0, events: [] });
    expect(await store.readStream('award-1', { from: 3 })).toEqual({ version: 2, events: [] });
    expect(await store.findEvent('00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });

  test('C3 pages that are read while others append join without a seam', async () => {
    const store = await open();
    const appending = (async () => {
      for (let round = 0; round < 100; round++) await Promise.all(someEvents(5, `award-${round % 7}`).map((event) => stored(store, [event])));
    })();
    const seen: RecordedEvent[] = [];
    for (let after = 0; after < 500; ) {
      const page = await store.readAll({ after, limit: 7 });
      seen.push(...page.events);
      after = page.next;
      if (page.caughtUp) await new Promise(setImmediate);
    }
    await appending;
    expect(seen).toEqual(await wholeLog(store));
  });

  test('C3 a stream read while others append is a prefix whose version fits it', async () => {
    const store = await open();
    const appending = Promise.all(someEvents(200, 'award-1').map((event) => stored(store, [event])));
    for (let round = 0; round < 20; round++) {
      const slice = await store.readStream('award-1');
      expect(versions(slice.events)).toEqual(countingTo(slice.version));
      await new Promise(setImmediate);
    }
    await appending;
  });

  test('C4 the log is in the order of the appends, and each stream rises inside it', async () => {
    const store = await open();
    const events = Array.from({ length: 60 }, (_, index) => anEvent(`award-${index % 4}`));
    await Promise.all(events.map((event) => stored(store, [event])));
    const all = await wholeLog(store);
    expect(all.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    for (const stream of ['award-0', 'award-1', 'award-2', 'award-3']) {
      expect(versions(all.filter((event) => event.stream === stream))).toEqual(countingTo(15));
    }
  });

  test('C5 positions are dense, and the records are the same events', async () => {
    const store = await open();
    for (const size of [1, 3, 2]) await stored(store, someEvents(size, 'award-1'));
    const records = await store.readRecords({ after: 0, limit: 100 });
    expect(records.map(({ position }) => position)).toEqual(countingTo(6));
    expect(records.map(({ record }) => (JSON.parse(record) as { id: string }).id)).toEqual((await wholeLog(store)).map(({ id }) => id));
    expect((await store.readRecords({ after: 4, limit: 1 })).map(({ position }) => position)).toEqual([5]);
    expect(await store.readRecords({ after: 6, limit: 5 })).toEqual([]);
  });

  test('C6 a filter by type still moves the place to read on from', async () => {
    const store = await open();
    await stored(store, [...someEvents(30, 'award-1'), anEvent('award-1', { type: 'AwardDeclined' }), ...someEvents(30, 'award-1')]);
    expect(await store.readAll({ after: 0, limit: 5, types: ['NeverHappened'] })).toEqual({ events: [], next: 61, caughtUp: true });
    const page = await store.readAll({ after: 0, limit: 1, types: ['AwardDeclined', 'NeverHappened'] });
    expect(page).toMatchObject({ events: [{ type: 'AwardDeclined', position: 31 }], next: 31, caughtUp: false });
    expect(await store.readAll({ after: 31, limit: 1, types: ['AwardDeclined'] })).toEqual({ events: [], next: 61, caughtUp: true });
  });

  test('C6 a rare type is found across pages that hold none of it', async () => {
    const store = await open();
    for (let round = 0; round < 3; round++) await stored(store, [...someEvents(999, `award-${round}`), anEvent(`award-${round}`, { type: 'AwardDeclined' })]);
    const found: number[] = [];
    for (let after = 0, caughtUp = false; !caughtUp; ) {
      const page = await store.readAll({ after, limit: 10, types: ['AwardDeclined'] });
      expect(page.next).toBeGreaterThan(after);
      found.push(...page.events.map(({ position }) => position));
      ({ next: after, caughtUp } = page);
    }
    expect(found).toEqual([1_000, 2_000, 3_000]);
  });

  test('C7 an empty log has a head at 0, and a page of it is caught up', async () => {
    const store = await open();
    expect(await store.head()).toEqual({ position: 0 });
    expect(await store.readAll({ after: 0, limit: 10 })).toEqual({ events: [], next: 0, caughtUp: true });
  });

  test('C8 where many streams stand is asked at once, with 0 for those that do not exist', async () => {
    const store = await open();
    for (const turn of countingTo(300)) if (turn % 3 !== 0) await stored(store, someEvents(turn % 3, `award-${turn}`));
    const asked = countingTo(300).map((turn) => `award-${turn}`);
    const versions = await store.versionsOf([...asked, 'fund-1', 'award-1']);
    expect([...versions]).toEqual([...asked.map((stream, index) => [stream, (index + 1) % 3]), ['fund-1', 0]]);
    expect([...(await store.versionsOf([]))]).toEqual([]);
  });

  test('C8 the versions of many streams are those of one moment of the log, or later for each', async () => {
    const store = await open();
    const streams = ['award-1', 'award-2', 'fund-1'];
    let appending = true;
    const appended = (async () => {
      for (let round = 0; round < 30; round++) await stored(store, streams.map((stream) => anEvent(stream)));
      appending = false;
    })();
    let least = 0;
    while (appending) {
      const versions = [...(await store.versionsOf(streams)).values()];
      for (const version of versions) expect(version).toBeGreaterThanOrEqual(least);
      least = Math.min(...versions);
      await new Promise(setImmediate);
    }
    await appended;
    expect([...(await store.versionsOf(streams)).values()]).toEqual([30, 30, 30]);
  });
}
