import {
  mustFollowOn, StoreFault, type AppendResult, type Arrival, type ArrivingRecord, type Clock, type GroupWriter, type Position, type PreparedAppend, type Version,
} from '#platform/event-store';
import type { Batches } from './batches.js';
import { Committing } from './committing.js';
import type { Calls } from './calls.js';
import { decide, type Questions, type Write } from './deciding.js';
import type { Violation } from './faults.js';
import { Knowledge } from './knowledge.js';
import type { Lookups } from './lookups.js';
import { ofEach } from './many.js';
import type { Names } from './names.js';
import { Pauses } from './patience.js';

interface WriterParts {
  readonly calls: Calls;
  readonly batches: Batches;
  readonly lookups: Lookups;
  readonly names: Names;
  readonly clock: Clock;
  readonly onCommit: (head: Position) => void;
}

/** Events of one call to the server at most, but for a single append of more: the server's work rises with the square. */
const eventsPerCall = 1_000;
/** Rounds in which something always turns out otherwise than it was: more than bad luck. */
const rounds = 1_000;

/** Decides in this process, with the head of the log as the only thing to compete for: who loses it reads on and decides again. */
export class Writer implements GroupWriter {
  readonly #parts: WriterParts;
  readonly #committing: Committing;
  #knowledge: Knowledge | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#committing = new Committing(parts);
  }

  /** Answers in order. When it rejects, some of the group may have been stored all the same; their ids tell. */
  write(requests: readonly PreparedAppend[]): Promise<readonly AppendResult[]> {
    return this.#inTurn(async () => {
      const now = this.#parts.clock.now();
      const results: AppendResult[] = [];
      for (const portion of portionsOf(requests)) results.push(...(await this.#untilItHolds((knowledge) => this.#append(portion, knowledge, now))));
      return results;
    });
  }

  receive(arrival: Arrival): Promise<void> {
    return this.#inTurn(async () => {
      const events = arrival.records.map(asPlaced);
      const rests = new Map([...arrival.begins].map(([stream, version]) => [stream, version - 1]));
      await this.#untilItHolds(async (knowledge) => {
        await this.#parts.lookups.answer({ streams: new Set(rests.keys()), ids: new Set() }, knowledge);
        const versions = new Map([...rests.keys()].map((stream) => [stream, knowledge.streams.get(stream)?.version ?? 0]));
        const taken = events.find(({ id }) => knowledge.ids.get(id))?.id;
        const { position, recordedAt } = knowledge;
        mustFollowOn(arrival, { head: position === 0 ? { position } : { position, recordedAt }, versions, taken });
        return (await this.#store({ events, rests }, knowledge)) ? true : undefined;
      });
    });
  }

  /** Resolves when everything that was taken on is done, or was refused. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  /** Of streams that this process knows it costs one look at the head; the rest are asked one by one, which is all that the server offers. */
  async versionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, Version>> {
    const { batches, lookups } = this.#parts;
    const known = this.#knowledge;
    const isCurrent = known !== undefined && ((await batches.last())?.revision ?? -1) <= known.revision;
    const versions = await ofEach(streams, async (stream) => ((isCurrent && known.streams.get(stream)) || (await lookups.standing(stream))).version);
    return new Map(streams.map((stream, index) => [stream, versions[index] ?? 0]));
  }

  /** One after the other, so that what is known changes under nobody. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => (this.#knowledge = undefined)); // whoever called is told; what was known may be wrong now
    return turn;
  }

  /** Until an attempt gives something: undefined means that something was otherwise, and is known now. */
  async #untilItHolds<T>(attempt: (knowledge: Knowledge) => Promise<T | undefined>): Promise<T> {
    const pauses = new Pauses(this.#parts.calls.patience);
    for (let round = 0; round < rounds; round++) {
      const knowledge = (this.#knowledge ??= Knowledge.of(await this.#parts.batches.last()));
      const result = await attempt(knowledge);
      if (result !== undefined) return result;
      if (this.#knowledge === undefined) await pauses.pause(); // another process was quicker: let it finish what it is at
    }
    throw new StoreFault('unreachable', 'Other processes keep appending before this one can. Try again, or run fewer servers on this log');
  }

  async #append(requests: readonly PreparedAppend[], knowledge: Knowledge, now: string): Promise<readonly AppendResult[] | undefined> {
    const decision = decide(requests, knowledge, now);
    if (!('results' in decision)) {
      await this.#parts.lookups.answer(decision, knowledge);
      return undefined;
    }
    const { results, write } = decision;
    const holds = write === undefined ? await this.#isStillSo(results, knowledge) : await this.#store(write, knowledge);
    return holds ? results : undefined;
  }

  /** A conflict is told from what is known of streams; that an event is there already stays true for ever. */
  async #isStillSo(results: readonly AppendResult[], knowledge: Knowledge): Promise<boolean> {
    if (results.every(({ outcome }) => outcome !== 'conflict')) return true;
    const isSame = ((await this.#parts.batches.last())?.revision ?? -1) === knowledge.revision;
    if (!isSame) this.#knowledge = undefined;
    return isSame;
  }

  async #store(write: Write, knowledge: Knowledge): Promise<boolean> {
    const violations = await this.#committing.commit(write, knowledge.revision);
    if (violations === undefined) {
      this.#knowledge = knowledge.after(write.events);
      this.#parts.onCommit(this.#knowledge.position);
      return true;
    }
    if (violations.some(({ streamName }) => streamName === this.#parts.names.batches)) this.#knowledge = undefined;
    else await this.#parts.lookups.answer(this.#askedBy(violations, write), knowledge);
    return false;
  }

  #askedBy(violations: readonly Violation[], { events, rests }: Write): Questions {
    const { names } = this.#parts;
    const violated = new Set(violations.map(({ streamName }) => streamName));
    const streams = [...rests.keys()].filter((stream) => violated.has(names.streamOf(stream)));
    return { streams: new Set(streams), ids: new Set(events.filter(({ id }) => violated.has(names.placeOf(id))).map(({ id }) => id)) };
  }
}

const asPlaced = ({ position, record, filed }: ArrivingRecord) => ({ ...filed, position, record });

function portionsOf(requests: readonly PreparedAppend[]): PreparedAppend[][] {
  const portions: PreparedAppend[][] = [];
  let count = Number.POSITIVE_INFINITY;
  for (const request of requests) {
    if (count + request.events.length > eventsPerCall) {
      portions.push([]);
      count = 0;
    }
    portions.at(-1)?.push(request);
    count += request.events.length;
  }
  return portions;
}
