import type { Position, Version } from '#platform/event-store';
import type { StandingBatch } from './batches.js';
import { recordedLast } from './batches.js';
import type { PlacedEvent } from './stored-form.js';

/** A stream as it stands, with the id of its last event where that is known. */
export interface Standing {
  readonly version: Version;
  readonly headId?: string;
}

/** Where an id stands; false when no event carries it. */
export type Placed = Pick<PlacedEvent, 'position' | 'version' | 'recordedAt' | 'record'> | false;

/** What a writer knows of the log. All of it is true together as long as the last batch has the revision that it says here. */
export class Knowledge {
  /** Of the last batch; -1 when there is none. */
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: string;
  readonly streams: Map<string, Standing>;
  readonly ids = new Map<string, Placed>();

  private constructor(revision: number, position: Position, recordedAt: string, streams: Map<string, Standing>) {
    this.revision = revision;
    this.position = position;
    this.recordedAt = recordedAt;
    this.streams = streams;
  }

  static of(last: StandingBatch | undefined): Knowledge {
    return last === undefined ? new Knowledge(-1, 0, '', new Map()) : new Knowledge(last.revision, last.last, recordedLast(last), new Map());
  }

  /** After these events were written behind the head, by us. */
  after(written: readonly PlacedEvent[]): Knowledge {
    const { position = this.position, recordedAt = this.recordedAt } = written.at(-1) ?? {};
    if (this.streams.size > 100_000) this.streams.clear();
    for (const { stream, version, id } of written) this.streams.set(stream, { version, headId: id });
    return new Knowledge(this.revision + 1, position, recordedAt, this.streams);
  }
}
