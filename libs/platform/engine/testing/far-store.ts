import type { EventStore } from '#platform/event-store';

/** The same log as if it lay over a network: every answer takes a while, and later questions may be answered sooner. */
export function farStore(store: EventStore): EventStore {
  let asked = 0;
  const away = <Arguments extends readonly unknown[], Answer>(ask: (...of: Arguments) => Promise<Answer>) => async (...of: Arguments): Promise<Answer> => {
    asked += 1;
    for (let hops = 1 + (asked % 4); hops > 0; hops -= 1) await new Promise(setImmediate);
    return ask(...of);
  };
  return {
    distance: 'far',
    append: (request) => store.append(request), // in the order of the calls
    readStream: away((stream, range) => store.readStream(stream, range)),
    versionsOf: away((streams) => store.versionsOf(streams)),
    readAll: away((range) => store.readAll(range)),
    readRecords: away((range) => store.readRecords(range)),
    findEvent: away((id) => store.findEvent(id)),
    head: away(() => store.head()),
    positionKnownAt: away((instant) => store.positionKnownAt(instant)),
    subscribe: (range) => store.subscribe(range),
    receive: (records) => store.receive(records),
    backup: (toFile) => store.backup(toFile),
    close: () => store.close(),
  };
}
