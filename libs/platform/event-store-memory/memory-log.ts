import {
  completeRecord, isInstant, leafOf, StoreFault,
  mustFollowOn, type AppendResult, type Arrival, type ArrivingRecord, type Clock, type Position, type PreparedAppend, type Version,
} from '#platform/event-store';

/**
 * The laws of an append over plain arrays: the shortest statement of what every adapter does under its lock, and the
 * model that random schedules are compared with. Several stores may be opened over one log.
 */
export class MemoryLog {
  readonly records: ArrivingRecord[] = [];
  readonly streams = new Map<string, Position[]>();
  readonly #places = new Map<string, Position>();

  head(): Position {
    return this.records.length;
  }

  at(position: Position): ArrivingRecord | undefined {
    return this.records[position - 1];
  }

  find(id: string): ArrivingRecord | undefined {
    return this.at(this.#places.get(id) ?? 0);
  }

  versionOf(stream: string): Version {
    return this.streams.get(stream)?.length ?? 0;
  }

  append(request: PreparedAppend, clock: Clock): AppendResult {
    return this.#alreadyThere(request) ?? this.#conflict(request) ?? this.#write(request, clock);
  }

  receive(arrival: Arrival): void {
    const { records, begins } = arrival;
    const last = this.records.at(-1);
    mustFollowOn(arrival, {
      head: last === undefined ? { position: 0 } : { position: last.position, recordedAt: last.filed.recordedAt },
      versions: new Map([...begins.keys()].map((stream) => [stream, this.versionOf(stream)])),
      taken: records.find(({ filed }) => this.#places.has(filed.id))?.filed.id,
    });
    for (const record of records) this.#file(record);
  }

  /** Asked before the expectations: a retry of an append that succeeded has a stale expectation by construction. */
  #alreadyThere({ events }: PreparedAppend): AppendResult | undefined {
    const found = events.map(({ id }) => this.find(id));
    const taken = found.find((record) => record !== undefined);
    if (taken === undefined) return undefined;
    const first = found[0]?.position ?? 0;
    const same = events.every((event, index) => {
      const there = found[index];
      return there?.position === first + index && there.record === completeRecord(event, there.filed.recordedAt, there.filed.version);
    });
    if (!same) return { outcome: 'id-taken', id: taken.filed.id };
    return { outcome: 'stored', first, last: first + events.length - 1, recordedAt: taken.filed.recordedAt, repeated: true };
  }

  #conflict({ expects }: PreparedAppend): AppendResult | undefined {
    for (const { stream, expected, headId } of expects) {
      const actual = this.versionOf(stream);
      const holds = expected === 'any' || (expected === 'present' ? actual > 0 : actual === expected && this.#isHead(stream, headId));
      if (!holds) return { outcome: 'conflict', stream, expected, actual };
    }
    return undefined;
  }

  #isHead(stream: string, id: string | undefined): boolean {
    return id === undefined || this.at(this.streams.get(stream)?.at(-1) ?? 0)?.filed.id === id;
  }

  #write({ events, recordedAt: given }: PreparedAppend, clock: Clock): AppendResult {
    const recordedAt = latest(this.records.at(-1)?.filed.recordedAt, given ?? clock.now());
    const first = this.head() + 1;
    for (const event of events) {
      const { id, stream, type } = event;
      const version = this.versionOf(stream) + 1;
      const record = completeRecord(event, recordedAt, version);
      this.#file({ position: this.head() + 1, record, leaf: leafOf(record), filed: { id, stream, version, type, recordedAt } });
    }
    return { outcome: 'stored', first, last: this.head(), recordedAt, repeated: false };
  }

  #file(record: ArrivingRecord): void {
    const { id, stream } = record.filed;
    const positions = this.streams.get(stream) ?? [];
    positions.push(record.position);
    this.streams.set(stream, positions);
    this.#places.set(id, record.position);
    this.records.push(record);
  }
}

function latest(previous: string | undefined, now: string): string {
  if (!isInstant(now)) throw new StoreFault('invalid', `The clock says "${now}", which is not an instant like 2012-06-13T09:30:00.000Z`);
  return previous !== undefined && previous > now ? previous : now;
}

const named = new Map<string, MemoryLog>();

/** The log of a name, which all of this process share; without a name, one of one's own. */
export function logCalled(name: string): MemoryLog {
  const log = named.get(name) ?? new MemoryLog();
  if (name !== '') named.set(name, log);
  return log;
}
