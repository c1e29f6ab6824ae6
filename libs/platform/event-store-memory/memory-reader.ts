import { lastAtOrBefore, type ArrivingRecord, type LogReader, type PageAsked, type Position, type StreamRange, type Version } from '#platform/event-store';
import { type MemoryLog } from './memory-log.js';

/** Reads what lies in arrays. */
export class MemoryReader implements LogReader {
  readonly #log: MemoryLog;

  constructor(log: MemoryLog) {
    this.#log = log;
  }

  head() {
    const last = this.#log.records.at(-1);
    return last === undefined ? { position: 0 } : { position: last.position, recordedAt: last.filed.recordedAt };
  }

  stream(stream: string, { from, to, limit, backwards }: Required<StreamRange>) {
    const positions = this.#log.streams.get(stream) ?? [];
    const inRange = positions.slice(from - 1, Math.min(to, positions.length));
    const wanted = (backwards ? inRange.reverse() : inRange).slice(0, limit);
    return { version: positions.length, rows: wanted.map((position) => this.#at(position)) };
  }

  versionsOf(streams: readonly string[]): ReadonlyMap<string, Version> {
    return new Map(streams.map((stream) => [stream, this.#log.versionOf(stream)]));
  }

  page(asked: PageAsked, types?: readonly string[]) {
    const { head, rows } = this.records(asked);
    if (types === undefined) return { head, rows };
    return { head, rows: rows.map(({ position, record, filed }) => ({ position, record: types.includes(filed.type) ? record : null })) };
  }

  records({ after, limit }: PageAsked) {
    return { head: this.#log.head(), rows: this.#log.records.slice(after, after + limit) };
  }

  byId(id: string) {
    return this.#log.find(id);
  }

  knownAt(instant: string): Position {
    return lastAtOrBefore(instant, this.#log.head(), (position) => this.#at(position).filed.recordedAt);
  }

  #at(position: Position): ArrivingRecord {
    return this.#log.at(position) as ArrivingRecord;
  }
}
