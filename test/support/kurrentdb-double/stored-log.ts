import { type CheckResult, type ExpectedState, checkStream } from './stream-checks.js';

export interface DoubleRecord {
  readonly stream: string;
  readonly revision: number;
  /** Its place in $all: commit and prepare are the same, as for every record that is written in one piece. */
  readonly place: bigint;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly properties: Readonly<Record<string, string>>;
}

export type ProposedRecord = Omit<DoubleRecord, 'revision' | 'place'>;

export interface StreamCheck {
  readonly stream: string;
  readonly expected: ExpectedState;
}

export interface Violation extends StreamCheck {
  readonly index: number;
  readonly actual: number;
}

export type AppendOutcome =
  | { readonly outcome: 'written' | 'already-there'; readonly place: bigint; readonly revisions: ReadonlyMap<string, number> }
  | { readonly outcome: 'violated'; readonly violations: readonly Violation[] };

/** What the double holds. It outlives its server, as a disk does. */
export class StoredLog {
  readonly records: DoubleRecord[] = [];
  readonly #streams = new Map<string, DoubleRecord[]>();
  readonly #followers = new Set<() => void>();
  readonly #knowsRepeats: boolean;
  #end = 4_096n; // sparse from the start, so that nobody takes a place for a count

  constructor(knowsRepeats: boolean) {
    this.#knowsRepeats = knowsRepeats;
  }

  streamOf(name: string): readonly DoubleRecord[] | undefined {
    return this.#streams.get(name);
  }

  /** All checks first, then all records in their order, or nothing: a reading of the server's storage writer. */
  append(records: readonly ProposedRecord[], checks: readonly StreamCheck[]): AppendOutcome {
    // Names that differ in case only are one stream to a request, though two to the log.
    const mentioned = new Map(checks.map((check) => [check.stream.toLowerCase(), { ...check, ids: [] as string[] }]));
    const addressed = records.map((record) => {
      const name = record.stream.toLowerCase();
      const stated = mentioned.get(name) ?? { stream: record.stream, expected: 'any', ids: [] };
      mentioned.set(name, stated);
      stated.ids.push(record.id);
      return { ...record, stream: stated.stream };
    });

    const stated = [...mentioned.values()];
    const results = stated.map(({ stream, expected, ids }) => checkStream(this.#streams.get(stream) ?? [], expected, ids));
    if (results.every((result) => result === 'ok')) return this.#write(addressed);
    if (this.#knowsRepeats && stated.every(({ ids }, index) => ids.length === 0 || results[index] === 'already-there')) {
      return { outcome: 'already-there', place: this.#end, revisions: this.#revisions(new Set(addressed.map(({ stream }) => stream))) };
    }
    return { outcome: 'violated', violations: this.#violations(stated, results) };
  }

  /** Called after every append; returns how to stop. */
  onAppend(follower: () => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  #write(records: readonly ProposedRecord[]): AppendOutcome {
    for (const proposed of records) {
      const stream = this.#streams.get(proposed.stream) ?? [];
      this.#end += BigInt(100 + proposed.data.length);
      const record: DoubleRecord = { ...proposed, revision: stream.length, place: this.#end };
      stream.push(record);
      this.#streams.set(proposed.stream, stream);
      this.records.push(record);
    }
    const outcome: AppendOutcome = { outcome: 'written', place: this.#end, revisions: this.#revisions(new Set(records.map(({ stream }) => stream))) };
    for (const follower of this.#followers) follower();
    return outcome;
  }

  #revisions(streams: ReadonlySet<string>): Map<string, number> {
    return new Map([...streams].map((stream) => [stream, (this.#streams.get(stream)?.length ?? 0) - 1]));
  }

  #violations(stated: readonly StreamCheck[], results: readonly CheckResult[]): Violation[] {
    return stated.flatMap((check, index) => (results[index] === 'ok' ? [] : [{ ...check, index, actual: (this.#streams.get(check.stream)?.length ?? 0) - 1 }]));
  }
}
