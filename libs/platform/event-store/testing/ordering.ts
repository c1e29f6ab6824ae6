import fc from 'fast-check';
import { aRequest, anEvent, countingTo, logsFrom, someEvents, stored, wholeLog, type NewLog } from './tested-log.js';
import { type AppendResult, type EventToAppend, type Expected } from '../index.js';

interface Step {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly EventToAppend[];
}

const steps = fc.array(
  fc.record({
    stream: fc.constantFrom('award-1', 'award-2', 'fund-1'),
    expected: fc.oneof(fc.constantFrom<Expected>('any', 'any', 'absent', 'present'), fc.nat(6)),
    count: fc.integer({ min: 1, max: 3 }),
    again: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

/** What a schedule must come to, by the plainest reading of the port: one append after the other. */
function predicted(schedule: readonly Step[]): { results: Partial<AppendResult>[]; log: string[] } {
  const versions = new Map<string, number>();
  const log: string[] = [];
  const results = schedule.map(({ stream, expected, events }): Partial<AppendResult> => {
    const there = log.indexOf(events[0]?.id ?? '');
    if (there >= 0) return { outcome: 'stored', first: there + 1, last: there + events.length, repeated: true };
    const actual = versions.get(stream) ?? 0;
    const holds = expected === 'any' || (expected === 'present' ? actual > 0 : actual === (expected === 'absent' ? 0 : expected));
    if (!holds) return { outcome: 'conflict', stream, actual };
    versions.set(stream, actual + events.length);
    const last = log.push(...events.map(({ id }) => id));
    return { outcome: 'stored', first: last - events.length + 1, last, repeated: false };
  });
  return { results, log };
}

/** E: order under many writers. E1 to E3 are about PostgreSQL's sequences and snapshots: its own suite adds them. */
export function orderingContract(newLog: NewLog): void {
  const log = logsFrom(newLog);

  test('E4 appends that were turned down hold up neither readers nor followers', async () => {
    const store = await (await log()).open();
    const results = await Promise.all(
      countingTo(40).map((turn) => store.append(aRequest(someEvents(2, 'award-1'), ['award-1', turn % 2 === 0 ? 'any' : 999]))),
    );
    expect(results.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(20);
    const seen: number[] = [];
    for await (const item of store.subscribe({ after: 0, signal: AbortSignal.timeout(5_000) })) {
      if ('caughtUp' in item) break;
      seen.push(item.event.position);
    }
    expect(seen).toEqual(countingTo(40));
  });

  test('E5 any schedule of appends through one store comes to what the same appends one by one would', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        const store = await (await log()).open();
        const schedule: Step[] = [];
        for (const { stream, expected, count, again } of drawn) {
          const earlier = schedule[schedule.length - 2];
          schedule.push(again && earlier !== undefined ? earlier : { stream, expected, events: countingTo(count).map(() => anEvent(stream)) });
        }
        const results = await Promise.all(schedule.map(({ stream, expected, events }) => store.append(aRequest(events, [stream, expected]))));
        const expected = predicted(schedule);
        expect(results).toMatchObject(expected.results);
        expect((await wholeLog(store)).map(({ id }) => id)).toEqual(expected.log);
        await store.close();
      }),
      { numRuns: 25 },
    );
  });

  test('E5 two stores over one log lose nothing, invent nothing and agree on the order', async () => {
    const opened = await log();
    const stores = [await opened.open(), await opened.open()];
    const events = countingTo(200).map((turn) => anEvent(`award-${turn % 5}`));
    const results = await Promise.all(events.map((event, index) => stored(stores[index % 2] as (typeof stores)[0], [event])));
    const [here, there] = await Promise.all(stores.map(wholeLog));
    expect(here).toEqual(there);
    expect(here?.map(({ position }) => position)).toEqual(countingTo(200));
    results.forEach(({ first }, index) => expect(here?.[first - 1]?.id).toBe(events[index]?.id));
    for (const turn of countingTo(5)) {
      expect(here?.filter(({ stream }) => stream === `award-${turn % 5}`).map(({ version }) => version)).toEqual(countingTo(40));
    }
  });
}
