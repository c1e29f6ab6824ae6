import { performance } from 'node:perf_hooks';
import { StoreFault, type AppendRequest, type AppendResult, type EventStore, type SubscriptionItem } from '#platform/event-store';
import type { Measures } from './measures.js';
import type { Tracing } from './tracing.js';

/** The same log, measured: how long appends take and how they end, and every fault of reading or writing by its kind. */
export function watchedStore(store: EventStore, measures: Measures, tracing: Tracing): EventStore {
  const seen = (fault: unknown): never => {
    if (fault instanceof StoreFault && fault.kind !== 'closed') {
      measures.logFaults.inc({ kind: fault.kind });
      if (fault.kind === 'corrupt') measures.logGap.set(1);
    }
    throw fault;
  };
  const watched = <Result>(asked: Promise<Result>): Promise<Result> => asked.catch(seen);

  async function* subscribe(range: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<SubscriptionItem> {
    try {
      yield* store.subscribe(range);
    } catch (fault) {
      seen(fault);
    }
  }

  return {
    distance: store.distance,
    append: (request) => append(store, request, measures, tracing).catch(seen),
    readStream: (stream, range) => watched(store.readStream(stream, range)),
    versionsOf: (streams) => watched(store.versionsOf(streams)),
    readAll: (range) => watched(store.readAll(range)),
    readRecords: (range) => watched(store.readRecords(range)),
    findEvent: (id) => watched(store.findEvent(id)),
    head: () => watched(store.head()),
    positionKnownAt: (instant) => watched(store.positionKnownAt(instant)),
    subscribe,
    receive: (records) => watched(store.receive(records)),
    backup: (toFile) => watched(store.backup(toFile)),
    close: () => store.close(),
  };
}

function append(store: EventStore, request: AppendRequest, measures: Measures, tracing: Tracing): Promise<AppendResult> {
  const started = performance.now();
  measures.appendsWaiting.inc();
  const ended = (outcome: string): void => {
    measures.appendsWaiting.dec();
    measures.appends.observe({ outcome }, (performance.now() - started) / 1_000);
  };
  // Handed over at once, within this very call: the order of calls is the order in the log.
  return tracing.within('append', { kind: 'client', notes: { 'tallystick.events': request.events.length } }, async (span) => {
    const result = await store.append(request).catch((fault: unknown) => {
      ended('failed');
      throw fault;
    });
    ended(result.outcome === 'stored' && result.repeated ? 'repeated' : result.outcome);
    span.note('tallystick.outcome', result.outcome);
    if (result.outcome !== 'stored') return result;
    span.note('tallystick.position', result.last);
    if (!result.repeated) measures.appendedEvents.inc(request.events.length);
    return result;
  });
}
