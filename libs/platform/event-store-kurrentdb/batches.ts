import { StoreFault, type LogHead, type Position } from '#platform/event-store';
import type { Names } from './names.js';
import { batchIn, type Batch, type Incoming, type Place } from './stored-form.js';
import type { Streams } from './streams.js';

/** A batch with where it stands: its revision in the stream of batches, and its place in $all, right before its events. */
export interface StandingBatch extends Batch {
  readonly id: string;
  readonly revision: number;
  readonly place: Place;
}

/** Batches kept in memory, so that a search that begins where the last one ended asks little. */
const remembered = 512;

/** The stream of batches is the index of the log: positions and instants rise along it, so both are found by halving. */
export class Batches {
  readonly #streams: Streams;
  readonly #name: string;
  readonly #known = new Map<number, StandingBatch>();

  constructor(streams: Streams, names: Names) {
    this.#streams = streams;
    this.#name = names.batches;
  }

  /** The head of the log, read anew; undefined while nothing was ever appended. */
  async last(): Promise<StandingBatch | undefined> {
    const last = await this.#streams.last(this.#name);
    return last && this.#remember(last);
  }

  async head(): Promise<LogHead> {
    const last = await this.last();
    return last === undefined ? { position: 0 } : { position: last.last, recordedAt: recordedLast(last) };
  }

  /** The batch at a revision, if it was ever written. */
  async find(revision: number): Promise<StandingBatch | undefined> {
    const known = this.#known.get(revision);
    if (known !== undefined) return known;
    const found = await this.#streams.at(this.#name, revision);
    return found && this.#remember(found);
  }

  /** The batch that holds a position; `head` is the last batch of the log. */
  holding(position: Position, head: StandingBatch): Promise<StandingBatch> {
    return this.#lastThat(({ first }) => first <= position, head);
  }

  /** The last position recorded at or before an instant, 0 when none. */
  async knownAt(instant: string): Promise<Position> {
    const head = await this.last();
    if (head === undefined) return 0;
    const begins = await this.#at(0);
    if (recordedFirst(begins) > instant) return 0;
    const { times } = await this.#lastThat((batch) => recordedFirst(batch) <= instant, head);
    return times.findLast(([recordedAt]) => recordedAt <= instant)?.[1] ?? 0;
  }

  /** Of batches that are first all so and then no longer, the last that is. The first is. */
  async #lastThat(isSo: (batch: StandingBatch) => boolean, head: StandingBatch): Promise<StandingBatch> {
    if (isSo(head)) return head;
    let [so, not] = [0, head.revision];
    for (const batch of this.#known.values()) {
      if (isSo(batch)) so = Math.max(so, batch.revision);
      else not = Math.min(not, batch.revision);
    }
    while (not - so > 1) {
      const middle = Math.floor((so + not) / 2);
      if (isSo(await this.#at(middle))) so = middle;
      else not = middle;
    }
    return this.#at(so);
  }

  async #at(revision: number): Promise<StandingBatch> {
    const found = await this.find(revision);
    if (found === undefined) throw new StoreFault('corrupt', `${this.#name} lacks its revision ${revision}. Stop writing, and restore a backup`);
    return found;
  }

  #remember(incoming: Incoming): StandingBatch {
    const { id, revision, place } = incoming;
    const batch = { ...batchIn(incoming), id, revision, place };
    if (this.#known.size >= remembered) this.#known.delete(this.#known.keys().next().value ?? 0);
    this.#known.set(revision, batch);
    return batch;
  }
}

const recordedFirst = ({ times }: Batch): string => times[0]?.[0] ?? '';
export const recordedLast = ({ times }: Batch): string => times.at(-1)?.[0] ?? '';
