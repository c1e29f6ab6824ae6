import {
  completeRecord, isInstant, StoreFault,
  type AppendResult, type PreparedAppend, type PreparedEvent, type PreparedExpectation, type Version,
} from '#platform/event-store';
import type { Knowledge, Placed, Standing } from './knowledge.js';
import type { PlacedEvent } from './stored-form.js';

/** What a group of appends comes to. */
export interface Decision {
  /** In the order of the requests. They hold once the write has succeeded, or the head was seen not to have moved. */
  readonly results: readonly AppendResult[];
  readonly write: Write | undefined;
}

export interface Write {
  readonly events: readonly PlacedEvent[];
  /** Streams that the decision rests upon, at the versions that they must have for it to hold. */
  readonly rests: ReadonlyMap<string, Version>;
}

/** What must be read before anything can be decided. */
export interface Questions {
  readonly streams: Set<string>;
  readonly ids: Set<string>;
}

interface Seen extends Standing {
  /** Its version before this group. */
  readonly base: Version;
  /** Taken on trust from a caller who expects it: the server checks it with the write. */
  readonly isBelieved: boolean;
}

/**
 * The laws of an append, as in the memory log, over what is known of the log. A caller's exact expectation is taken at its word, since
 * the server checks it anyway, so that the usual append reads nothing; nobody is turned down on another's word.
 */
export function decide(requests: readonly PreparedAppend[], knowledge: Knowledge, now: string): Decision | Questions {
  const group = new Group(knowledge, now);
  const results = requests.map((request) => group.decide(request));
  if (group.questions.streams.size + group.questions.ids.size > 0) return group.questions;
  return { results: results as AppendResult[], write: group.write() };
}

class Group {
  readonly questions: Questions = { streams: new Set(), ids: new Set() };
  readonly #knowledge: Knowledge;
  readonly #now: string;
  readonly #seen = new Map<string, Seen>();
  readonly #placed = new Map<string, Exclude<Placed, false>>();
  readonly #events: PlacedEvent[] = [];
  readonly #rests = new Map<string, Version>();
  #latest: string;

  constructor(knowledge: Knowledge, now: string) {
    this.#knowledge = knowledge;
    this.#now = now;
    this.#latest = knowledge.recordedAt;
  }

  /** Undefined when something must be asked first. Asked before the expectations: a retry of what was stored has a stale one. */
  decide(request: PreparedAppend): AppendResult | undefined {
    const { events, expects } = request;
    if (events.some(({ id }) => this.#placeOf(id))) return this.#alreadyThere(events);
    for (const expectation of expects) {
      const holds = this.#holds(expectation);
      if (holds === undefined) return undefined;
      if (holds !== true) return this.#areFree(events) ? holds : undefined;
    }
    for (const { stream } of events) if (!this.#standing(stream)) return undefined;
    return this.#store(request);
  }

  write(): Write | undefined {
    return this.#events.length === 0 ? undefined : { events: this.#events, rests: this.#rests };
  }

  #placeOf(id: string): Placed | undefined {
    return this.#placed.get(id) ?? this.#knowledge.ids.get(id);
  }

  /** Whether it is certain that no event carries any of the ids; asks where it is not. */
  #areFree(events: readonly PreparedEvent[]): boolean {
    const unsure = events.filter(({ id }) => this.#placeOf(id) === undefined);
    for (const { id } of unsure) this.questions.ids.add(id);
    return unsure.length === 0;
  }

  #alreadyThere(events: readonly PreparedEvent[]): AppendResult | undefined {
    if (!this.#areFree(events)) return undefined;
    const found = events.map(({ id }) => this.#placeOf(id) || undefined);
    const taken = found.findIndex((place) => place !== undefined);
    const first = found[0]?.position ?? 0;
    const isSame = events.every((event, index) => {
      const there = found[index];
      return there?.position === first + index && there.record === completeRecord(event, there.recordedAt, there.version);
    });
    if (!isSame) return { outcome: 'id-taken', id: (events[taken] as PreparedEvent).id };
    return { outcome: 'stored', first, last: first + events.length - 1, recordedAt: found[0]?.recordedAt ?? '', repeated: true };
  }

  #holds({ stream, expected, headId }: PreparedExpectation): true | Extract<AppendResult, { outcome: 'conflict' }> | undefined {
    if (expected === 'any') return true;
    const seen = this.#standing(stream, expected, headId);
    if (seen === undefined) return undefined;
    const actual = seen.version;
    if (headId !== undefined && actual === expected && seen.headId === undefined) return this.#ask(stream);
    const holds = expected === 'present' ? actual > 0 : actual === expected && (headId === undefined || seen.headId === headId);
    if (holds) return true;
    return seen.isBelieved ? this.#ask(stream) : { outcome: 'conflict', stream, expected, actual };
  }

  #standing(stream: string, expected?: PreparedExpectation['expected'], headId?: string): Seen | undefined {
    const seen = this.#seen.get(stream) ?? this.#firstSight(stream, expected, headId);
    if (seen !== undefined) this.#seen.set(stream, seen);
    return seen;
  }

  #firstSight(stream: string, expected?: PreparedExpectation['expected'], headId?: string): Seen | undefined {
    const known = this.#knowledge.streams.get(stream);
    if (known !== undefined) return { ...known, base: known.version, isBelieved: false };
    if (typeof expected === 'number' && headId === undefined) return { version: expected, base: expected, isBelieved: true };
    return this.#ask(stream);
  }

  #ask(stream: string): undefined {
    this.questions.streams.add(stream);
  }

  #store({ events, expects, recordedAt: given }: PreparedAppend): AppendResult {
    for (const { stream, expected } of expects) if (expected !== 'any') this.#rest(stream);
    this.#latest = latest(this.#latest, given ?? this.#now);
    const recordedAt = this.#latest;
    const first = this.#knowledge.position + this.#events.length + 1;
    for (const event of events) {
      const { id, stream, type } = event;
      this.#rest(stream);
      const { base, isBelieved, version: before } = this.#seen.get(stream) as Seen;
      const version = before + 1;
      const position = this.#knowledge.position + this.#events.length + 1;
      const placed = { id, stream, type, position, version, recordedAt, record: completeRecord(event, recordedAt, version) };
      this.#seen.set(stream, { version, headId: id, base, isBelieved });
      this.#placed.set(id, placed);
      this.#events.push(placed);
    }
    const last = this.#knowledge.position + this.#events.length;
    return { outcome: 'stored', first, last, recordedAt, repeated: false };
  }

  #rest(stream: string): void {
    this.#rests.set(stream, (this.#seen.get(stream) as Seen).base);
  }
}

function latest(previous: string, now: string): string {
  if (!isInstant(now)) throw new StoreFault('invalid', `The clock says "${now}", which is not an instant like 2012-06-13T09:30:00.000Z`);
  return previous > now ? previous : now;
}
