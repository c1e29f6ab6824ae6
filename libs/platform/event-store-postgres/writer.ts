import {
  isInstant, mustFollowOn, StoreFault, type AppendResult, type Arrival, type Clock, type GroupWriter, type Position, type PreparedAppend,
} from '#platform/event-store';
import { batchOf, journeys, resultsOf, type AnswerRow, type Batch } from './batch.js';
import { bigints, byteStrings, texts, uuids } from './binary-arrays.js';
import { Connection, type Question } from './connection.js';
import { isLost, unknownOutcome, withFaults } from './faults.js';
import { patiently } from './patience.js';
import { type Place } from './settings.js';
import type { Witness } from './witness.js';

type Received = readonly [received: boolean, position: Position | null, recordedAt: string | null, begunVersions: readonly string[], taken: string | null];

interface WriterParts {
  readonly clock: Clock;
  readonly witness: Witness;
  readonly onCommit: (head: Position) => void;
}

/** The one connection of this process that appends. */
export class Writer implements GroupWriter {
  readonly #place: Place;
  readonly #clock: Clock;
  readonly #onCommit: (head: Position) => void;
  readonly #witness: Witness;
  readonly #connection: Connection;
  readonly #append: Question;
  readonly #receive: Question;

  constructor(place: Place, { clock, witness, onCommit }: WriterParts) {
    this.#place = place;
    this.#clock = clock;
    this.#onCommit = onCommit;
    this.#witness = witness;
    this.#connection = new Connection(place, 'append', witness);
    const { schema } = place;
    this.#append = { name: 'append', text: `SELECT * FROM ${schema}.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)` };
    this.#receive = { name: 'receive', text: `SELECT * FROM ${schema}.receive($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)` };
  }

  /**
   * A batch whose answer was lost is sent again on a new connection, as it was: if it was stored, its ids say so. Even if the
   * first one is still under way, only one of the two finds its ids unknown.
   */
  async write(requests: readonly PreparedAppend[]): Promise<readonly AppendResult[]> {
    const now = this.#clock.now();
    if (!isInstant(now)) throw new StoreFault('invalid', `The clock says "${now}", which is not an instant like 2012-06-13T09:30:00.000Z`);
    const written = [];
    for (const together of journeys(requests)) written.push(await this.#send(batchOf(together, now)));
    this.#onCommit(Math.max(...written.map(({ head }) => head)));
    return written.flatMap(({ results }) => results);
  }

  async #send(batch: Batch): Promise<{ results: readonly AppendResult[]; head: Position }> {
    const { address, waits } = this.#place;
    const rows = await withFaults(address, () =>
      patiently(waits.reach, () => this.#connection.ask<AnswerRow>(this.#append, batch.parameters)).catch((problem: unknown) => {
        throw isLost(problem) ? unknownOutcome(address, problem) : problem;
      }),
    );
    const answer = resultsOf(batch, rows);
    this.#see(batch, answer);
    return answer;
  }

  #see({ requests }: Batch, { results, head }: { readonly results: readonly AppendResult[]; readonly head: Position }): void {
    const index = results.findLastIndex((each) => each.outcome === 'stored' && each.last === head);
    const [last, id] = [results[index], requests[index]?.events.at(-1)?.id];
    if (last?.outcome === 'stored' && id !== undefined) this.#witness.saw({ position: head, id, recordedAt: last.recordedAt });
  }

  /** Not sent again when the answer is lost: whoever copies looks where the log stands now, and goes on from there. */
  async receive(arrival: Arrival): Promise<void> {
    const { first, begins } = arrival;
    const filed = arrival.records.map((record) => record.filed);
    const parameters = [
      first, texts(filed.map(({ stream }) => stream)), bigints(filed.map(({ version }) => version)), uuids(filed.map(({ id }) => id)),
      texts(filed.map(({ type }) => type)), texts(filed.map(({ recordedAt }) => recordedAt)),
      texts(arrival.records.map(({ record }) => record)), byteStrings(arrival.records.map(({ leaf }) => leaf)),
      texts([...begins.keys()]), bigints([...begins.values()]),
    ];
    const [answer] = await withFaults(this.#place.address, () => this.#connection.ask<Received>(this.#receive, parameters));
    const [received, position, recordedAt, begunVersions, taken] = answer as Received;
    if (received) return this.#onCommit(first - 1 + filed.length);
    const versions = new Map([...begins.keys()].map((stream, index) => [stream, Number(begunVersions[index])]));
    mustFollowOn(arrival, { head: { position: position ?? 0, ...(recordedAt === null ? {} : { recordedAt }) }, versions, taken: taken ?? undefined });
    throw new StoreFault('corrupt', `The log turned records from position ${first} away for no reason that can be told: check it before anything is copied into it`);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
