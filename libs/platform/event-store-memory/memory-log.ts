import {
  completeRecord, isInstant, leafOf, StoreFault,
  type AppendResult, type Clock, type Position, type PreparedAppend, type StoredRecord, type Version,
} from '#platform/event-store';

export interface FiledRecord extends StoredRecord {
  readonly filed: NonNullable<StoredRecord['filed']>;
}

/**
 * The laws of an append over plain arrays: the shortest statement of what every adapter does under its lock, and the
 * model that random schedules are compared with. Several stores may be opened over one log.
 */
export class MemoryLog {
  readonly records: FiledRecord[] = [];
  readonly streams = new Map<string, Position[]>();
  readonly #places = new Map<string, Position>();

  head(): Position {
    return this.records.length;
  }

  at(position: Position): FiledRecord | undefined {
    return this.records[position - 1];
  }

  find(id: string): FiledRecord | undefined {
    return this.at(this.#places.get(id) ?? 0);
  }

  versionOf(stream: string): Version {
    return this.streams.get(stream)?.length ?? 0;
  }

  append(request: PreparedAppend, clock: Clock): AppendResult {
    return this.#alreadyThere(request) ?? this.#conflict(request) ?? this.#write(request, clock);
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
      const position = this.head() + 1;
      const positions = this.streams.get(stream) ?? [];
      const version = positions.push(position);
      const record = completeRecord(event, recordedAt, version);
      this.streams.set(stream, positions);
      this.#places.set(id, position);
      this.records.push({ position, record, leaf: leafOf(record), filed: { id, stream, version, type, recordedAt } });
    }
    return { outcome: 'stored', first, last: this.head(), recordedAt, repeated: false };
  }
}

function latest(previous: string | undefined, now: string): string {
  if (!isInstant(now)) throw new StoreFault('invalid', `The clock says "${now}", which is not an instant like 2012-06-13T09:30:00.000Z`);
  return previous !== undefined && previous > now ? previous : now;
}
