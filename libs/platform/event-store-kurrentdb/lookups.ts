import { StoreFault } from '#platform/event-store';
import type { Questions } from './deciding.js';
import type { Knowledge, Placed, Standing } from './knowledge.js';
import { ofEach } from './many.js';
import type { Names } from './names.js';
import { placeIn, positionOf, textOf, type Incoming } from './stored-form.js';
import type { Streams } from './streams.js';

/** Single things, found by name or id. */
export class Lookups {
  readonly #streams: Streams;
  readonly #names: Names;

  constructor(streams: Streams, names: Names) {
    this.#streams = streams;
    this.#names = names;
  }

  async standing(stream: string): Promise<Standing> {
    const last = await this.#streams.last(this.#names.streamOf(stream));
    return last === undefined ? { version: 0 } : { version: last.revision + 1, headId: last.id };
  }

  /** The event with an id, by the record that says where it stands. */
  async event(id: string): Promise<Incoming | undefined> {
    const mark = await this.#streams.last(this.#names.placeOf(id));
    if (mark === undefined) return undefined;
    const { stream, version } = placeIn(mark);
    const found = await this.#streams.at(this.#names.streamOf(stream), version - 1);
    if (found?.id !== id) throw new StoreFault('corrupt', `${stream} lacks the event ${id} at version ${version}. Stop writing, and restore a backup`);
    return found;
  }

  /** Answers what a decision asked for. */
  async answer({ streams, ids }: Questions, knowledge: Knowledge): Promise<void> {
    await Promise.all([
      ofEach(streams, async (stream) => knowledge.streams.set(stream, await this.standing(stream))),
      ofEach(ids, async (id) => knowledge.ids.set(id, placedAs(await this.event(id)))),
    ]);
  }
}

function placedAs(event: Incoming | undefined): Placed {
  if (event === undefined) return false;
  return { position: positionOf(event), version: event.revision + 1, recordedAt: event.metadata['recordedAt'] ?? '', record: textOf(event) };
}
