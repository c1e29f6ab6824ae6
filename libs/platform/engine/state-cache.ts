import { streamName, type EventSet, type Folded, type IsoDate, type NewEvent, type StreamDeclaration } from '#kernel';
import type { EventStore, RecordedEvent } from '#platform/event-store';

type AnyDeclaration = Pick<StreamDeclaration, 'category' | 'evolve' | 'initial'>;

interface Held {
  readonly of: AnyDeclaration;
  readonly ref: string;
  version: number;
  state: unknown;
  /** Id of the event at `version`, while its append has not been acknowledged. */
  headId: string | undefined;
  /** Settles with the last append that was put on top. */
  settling: Promise<unknown>;
}

/** A stream as it will stand once what was decided is stored. */
export type Ahead = Readonly<Held>;

/** An event as it enters a state: stored, or just handed to the store. */
export interface Entering extends Pick<NewEvent, 'type' | 'data'> {
  readonly id: string;
  readonly effectiveOn: string;
  readonly actor: string;
  readonly onBehalfOf?: string;
}

/**
 * Folded states by stream, so that a busy fund costs no more in its thousandth award. An append is put on top at once,
 * before the store acknowledges it, so that callers of one stream share a group commit. What was decided on such a state
 * carries the head's id as an expectation, and an answer "no" waits until everything below it is settled.
 */
export class StateCache {
  readonly #held = new Map<string, Held>();
  readonly #loading = new Map<string, Promise<Held>>();
  /** Appends under way to streams that nobody had read: a limit that was just opened. Whoever reads one waits for them. */
  readonly #unread = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: Pick<EventStore, 'readStream'>,
    private readonly capacity = 100_000,
  ) {}

  async fold<Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string): Promise<Folded<State>> {
    const name = streamName(of, ref);
    const held = this.#held.get(name) ?? (await this.#load(of as unknown as AnyDeclaration, ref, name));
    return held as Folded<unknown> as Folded<State>;
  }

  /** The version that is held, or undefined when the stream was let go meanwhile. */
  version(name: string): number | undefined {
    return this.#held.get(name)?.version;
  }

  headId(name: string): string | undefined {
    return this.#held.get(name)?.headId;
  }

  /**
   * A held stream as it will stand after these events, before anything is handed over: what a state cannot take must never
   * be stored, or nobody could read that stream again. Undefined for a stream that nobody read. Throws what `evolve` throws.
   */
  after(name: string, events: readonly Entering[]): Ahead | undefined {
    const held = this.#held.get(name);
    if (!held) return undefined;
    const next = { ...held };
    for (const event of events) enter(next, event);
    next.headId = events.at(-1)?.id;
    return next;
  }

  /** Puts an append on top of a held stream before it is acknowledged. */
  advance(name: string, ahead: Ahead | undefined, settling: Promise<unknown>): void {
    if (!ahead) {
      this.#wait(name, settling);
      return;
    }
    const next = { ...ahead, settling };
    this.#held.set(name, next);
    settling.then(
      () => {
        const now = this.#held.get(name);
        if (now && now.headId === next.headId) now.headId = undefined;
      },
      () => this.letGo([name]),
    );
  }

  /** Forget streams that turned out otherwise; they are read again when next needed. */
  letGo(names: Iterable<string>): void {
    for (const name of names) this.#held.delete(name);
  }

  /** Waits for what was put on top, then reads what others stored since. True when every version still stands. */
  async confirm(reads: ReadonlyMap<string, number>): Promise<boolean> {
    let standing = true;
    for (const [name, version] of reads) {
      const held = this.#held.get(name);
      if (!held || held.version !== version) {
        standing = false;
        continue;
      }
      await Promise.allSettled([held.settling]);
      const { events } = await this.store.readStream(name, { from: version + 1 });
      if (events.length === 0 && this.#held.get(name)?.version === version) continue;
      standing = false;
      this.letGo([name]);
    }
    return standing;
  }

  #wait(name: string, settling: Promise<unknown>): void {
    const done = (): void => {
      if (this.#unread.get(name) === waiting) this.#unread.delete(name);
    };
    const waiting: Promise<unknown> = settling.then(done, done);
    this.#unread.set(name, waiting);
  }

  #load(of: AnyDeclaration, ref: string, name: string): Promise<Held> {
    const underWay = this.#loading.get(name);
    if (underWay) return underWay;
    const loading = this.#read(of, ref, name).finally(() => this.#loading.delete(name));
    this.#loading.set(name, loading);
    return loading;
  }

  async #read(of: AnyDeclaration, ref: string, name: string): Promise<Held> {
    const held: Held = { of, ref, version: 0, state: of.initial, headId: undefined, settling: Promise.resolve() };
    for (;;) {
      const { version, events } = await this.store.readStream(name, { from: held.version + 1, limit: 1000 });
      for (const event of events) enter(held, entering(event));
      const unread = this.#unread.get(name);
      if (unread) await unread;
      else if (held.version >= version) break;
    }
    this.#held.set(name, held);
    if (this.#held.size > this.capacity) this.#evict();
    return held;
  }

  /** Oldest first, but never a stream with an append under way. */
  #evict(): void {
    for (const [name, held] of this.#held) {
      if (this.#held.size <= this.capacity * 0.9) return;
      if (held.headId === undefined) this.#held.delete(name);
    }
  }
}

const entering = ({ id, type, data, effectiveOn, meta }: RecordedEvent): Entering => ({ id, type, data, effectiveOn, actor: meta['actor'] ?? '', ...(meta['onBehalfOf'] === undefined ? {} : { onBehalfOf: meta['onBehalfOf'] }) });

function enter(held: Held, { type, data, effectiveOn, actor, onBehalfOf }: Entering): void {
  held.version += 1;
  const about = { ref: held.ref, version: held.version, on: effectiveOn as IsoDate, by: actor, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
  held.state = held.of.evolve(held.state, { type, data }, about);
}
