import { streamName, type EventSet, type Folded, type IsoDate, type NewEvent, type StreamDeclaration } from '#kernel';
import type { EventStore, RecordedEvent } from '#platform/event-store';
import { VersionsAsked } from './versions-asked.js';

type AnyDeclaration = Pick<StreamDeclaration, 'category' | 'evolve' | 'initial'>;

/** A state that is stored as it stands, at its version. */
interface Firm {
  readonly version: number;
  readonly state: unknown;
}

interface Held {
  readonly of: AnyDeclaration;
  readonly ref: string;
  version: number;
  state: unknown;
  /** Id of the event at `version`, while its append has not been acknowledged. */
  headId: string | undefined;
  /** Settles with the last append that was put on top. */
  settling: Promise<unknown>;
  /** The last state known to be stored: where reading goes on from when what was put on top turned out otherwise. */
  firm: Firm;
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

/** Events read at a time: who asks for a page meanwhile waits for one of these and not for a register of a hundred thousand. */
const pageOfStream = 500;
const turnOfOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A stream that is not in memory, met by somebody who must not wait for it. */
export class NotAtHand extends Error {}

/**
 * Folded states by stream, so that a busy fund costs no more in its thousandth award. An append is put on top at once,
 * before the store acknowledges it, so that callers of one stream share a group commit. What was decided on such a state
 * carries the head's id as an expectation, and an answer "no" waits until everything below it is settled.
 */
export class StateCache {
  readonly #held = new Map<string, Held>();
  readonly #loading = new Map<string, Promise<Held>>();
  /** What is known to be stored of streams that were let go: only what came since is read. */
  readonly #let = new Map<string, Firm>();
  /** Appends under way to streams that nobody had read: a limit that was just opened. Whoever reads one waits for them. */
  readonly #unread = new Map<string, Promise<unknown>>();
  readonly #versions: VersionsAsked;

  constructor(
    private readonly store: Pick<EventStore, 'readStream' | 'versionsOf'>,
    private readonly capacity = 100_000,
  ) {
    this.#versions = new VersionsAsked(store);
  }

  async fold<Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string): Promise<Folded<State>> {
    const name = streamName(of, ref);
    const held = this.#held.get(name) ?? (await this.#load(of as unknown as AnyDeclaration, ref, name));
    return held as Folded<unknown> as Folded<State>;
  }

  /** A state that is in memory. Throws NotAtHand for a stream that would have to be read. */
  atHand<Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string): Folded<State> {
    const held = this.#held.get(streamName(of, ref));
    if (!held) throw new NotAtHand();
    return held as Folded<unknown> as Folded<State>;
  }

  /**
   * A stream whose reference is only just being issued: that nobody has written to it is taken for granted here, and told to
   * the log as an expectation, which knows. Saves the round trip of reading what is not there.
   */
  begun<Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string): Folded<State> {
    const name = streamName(of, ref);
    if (!this.#held.has(name)) {
      if (this.#let.has(name) || this.#unread.has(name) || this.#loading.has(name)) throw new NotAtHand();
      const firm = { version: 0, state: of.initial };
      this.#hold(name, { of: of as unknown as AnyDeclaration, ref, ...firm, headId: undefined, settling: Promise.resolve(), firm });
    }
    return this.atHand(of, ref);
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

  /**
   * Puts an append on top of a held stream before it is acknowledged. `isExpected`: the append states the stream's version,
   * so that once it is stored the state is known to be complete.
   */
  advance(name: string, ahead: Ahead | undefined, isExpected: boolean, settling: Promise<unknown>): void {
    if (!ahead) {
      this.#wait(name, settling);
      return;
    }
    const next = { ...ahead, settling };
    this.#held.set(name, next);
    settling.then(
      () => {
        const now = this.#held.get(name);
        if (now && isExpected && now.firm.version < next.version) now.firm = { version: next.version, state: next.state };
        if (now && now.headId === next.headId) now.headId = undefined;
      },
      () => this.letGo([name]),
    );
  }

  /** Forget streams that turned out otherwise; what came since they were last known is read when next needed. */
  letGo(names: Iterable<string>): void {
    for (const name of names) {
      const held = this.#held.get(name);
      if (!held) continue;
      this.#held.delete(name);
      if (this.#let.size >= 1_000) this.#let.clear();
      this.#let.set(name, held.firm);
    }
  }

  /** Waits for what was put on top, then reads what others stored since. True when every version still stands. */
  async confirm(reads: ReadonlyMap<string, number>): Promise<boolean> {
    await Promise.allSettled([...reads.keys()].flatMap((name) => this.#held.get(name)?.settling ?? []));
    const stored = await this.#versions.of([...reads.keys()]);
    const moved = [...reads].filter(([name, version]) => this.#held.get(name)?.version !== version || stored.get(name) !== version);
    this.letGo(moved.filter(([name, version]) => this.#held.get(name)?.version === version).map(([name]) => name));
    return moved.length === 0;
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
    const { version: last, state: before } = this.#let.get(name) ?? { version: 0, state: of.initial };
    this.#let.delete(name);
    const held: Held = { of, ref, version: last, state: before, headId: undefined, settling: Promise.resolve(), firm: { version: 0, state: of.initial } };
    for (;;) {
      const { version, events } = await this.store.readStream(name, { from: held.version + 1, limit: pageOfStream });
      for (const event of events) enter(held, entering(event));
      const unread = this.#unread.get(name);
      if (unread) await unread;
      else if (held.version >= version) break;
      else await turnOfOthers();
    }
    held.firm = { version: held.version, state: held.state };
    this.#hold(name, held);
    return held;
  }

  #hold(name: string, held: Held): void {
    this.#held.set(name, held);
    if (this.#held.size > this.capacity) this.#evict();
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
