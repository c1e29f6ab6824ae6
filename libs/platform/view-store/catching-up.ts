import type { ViewDeclaration } from '#kernel';
import type { EventStore, Position } from '#platform/event-store';
import type { BuildRow } from './books.js';
import { ForeignViews, mustFollowOn } from './foreign-views.js';
import { happened } from './happened.js';
import { KeptView } from './kept-view.js';
import { ReadingAhead } from './reading-ahead.js';
import { Registry, servingIn } from './registry.js';
import type { ViewDatabase } from './view-database.js';
import type { ViewWatch } from './view-watch.js';

/** Events read and written at a time by views that are nearly there. Between two batches others get their turn. */
const liveBatch = 500;

const keyOf = ({ name, version, number }: Pick<BuildRow, 'name' | 'version' | 'number'>): string => `${name} ${version} ${number}`;
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface CatchingUpParts {
  readonly database: ViewDatabase;
  readonly store: Pick<EventStore, 'head' | 'readAll'>;
  readonly views: ReadonlyMap<string, ViewDeclaration>;
  /** Whether this process is the one that runs a view. */
  readonly runs: (view: string) => boolean;
  /** Called whenever a view has moved. */
  readonly moved: () => void;
  /** Called when there is something to do again, though nothing was appended. */
  readonly goOn: () => void;
  readonly watch?: ViewWatch | undefined;
}

/** Brings the views that this process runs up to the head of the log. */
export class CatchingUp {
  readonly #parts: CatchingUpParts;
  readonly #registry: Registry;
  readonly #pages: ReadingAhead;
  readonly #kept = new Map<string, KeptView>();
  /** Builds whose indexes for questions are being made, and those that have them. */
  readonly #indexing = new Set<string>();
  readonly #indexed = new Set<string>();
  #indexTrouble: { readonly fault: unknown } | undefined;
  #hasMoved = false;

  constructor(parts: CatchingUpParts) {
    this.#parts = parts;
    this.#registry = new Registry(parts.database);
    this.#pages = new ReadingAhead(parts.store);
  }

  /**
   * One round for each place that views stand at, the furthest first, until all have caught up: a view that is being
   * made reads the old log without holding up those that are live. A build that has caught up goes live.
   */
  async toHead(signal: AbortSignal): Promise<void> {
    const trouble = this.#indexTrouble;
    this.#indexTrouble = undefined;
    if (trouble) throw trouble.fault;
    for (let more = true; more && !signal.aborted; ) {
      more = false;
      const places = Map.groupBy(await this.#running(), ({ position }) => position);
      if (places.size === 0) return;
      const { position: head } = await this.#parts.store.head();
      for (const after of [...places.keys()].sort((a, b) => b - a)) {
        more = (await this.#round(after, head, places.get(after) ?? [], signal)) || more;
        if (signal.aborted) return;
      }
      if (this.#hasMoved) this.#parts.database.announce();
      this.#hasMoved = false;
    }
  }

  /** Begins the views that this process runs and nobody has begun, or that another version of the program has cleared away. */
  async beginMissing(): Promise<void> {
    const { views, runs } = this.#parts;
    const builds = await this.#registry.all();
    for (const view of views.values()) if (runs(view.name) && !servingIn(builds, view)) await this.#registry.begin(view);
  }

  /** Builds of the declared versions that nothing has stopped, nor holds up. Others belong to other versions of the program. */
  async #running(): Promise<readonly BuildRow[]> {
    const { views, runs } = this.#parts;
    const running = (await this.#registry.all()).filter(({ name, version, state, fault }) => state !== 'retired' && fault === null && views.get(name)?.version === version && runs(name));
    const keys = new Set(running.map(keyOf));
    for (const key of this.#kept.keys()) if (!keys.has(key)) this.#kept.delete(key);
    return running.filter((build) => !this.#indexing.has(keyOf(build)));
  }

  /** The page begins with the event that was taken last, so that a log which was changed underneath is noticed. */
  async #round(after: Position, head: Position, builds: readonly BuildRow[], signal: AbortSignal): Promise<boolean> {
    const { database, watch } = this.#parts;
    for (const build of builds) if (after > head) throw new ForeignViews(build);
    const isFar = head - after > 2 * liveBatch;
    const { events, caughtUp } = await this.#pages.read(after, 1 + (isFar ? database.largestBatch : liveBatch), isFar);
    for (const build of builds) mustFollowOn(build, events);
    const taken = events.map(happened);
    const fresh = events.filter(({ position }) => position > after);
    const bring = (build: BuildRow): Promise<void> => {
      const take = () => this.#bring(build, taken, caughtUp);
      return watch && fresh.length > 0 ? watch.taking(build.name, fresh, take) : take();
    };
    if (database.isConcurrent) await Promise.all(builds.map(bring));
    else for (const build of builds) {
      if (signal.aborted) return false;
      await bring(build);
      await pause();
    }
    return !caughtUp;
  }

  async #bring(build: BuildRow, events: Parameters<KeptView['apply']>[0], caughtUp: boolean): Promise<void> {
    const poison = await this.#keptView(build).apply(events, build.position);
    if (poison) await this.#registry.stop(build, poison.because, poison.event.position);
    else if (caughtUp && build.state === 'building') await this.#finish(build, events.at(-1)?.position ?? build.position);
    if (build.state === 'live' && (events.at(-1)?.position ?? 0) <= build.position) return;
    this.#hasMoved = true;
    this.#parts.moved();
  }

  /** Events came while the indexes were made, perhaps: it goes live where it has caught up with those as well. */
  async #finish(build: BuildRow, at: Position): Promise<void> {
    const { database: { spelling }, store } = this.#parts;
    if (spelling.indexesLater && !this.#indexed.has(keyOf(build))) this.#index(build);
    else if (!spelling.indexesLater || (await store.head()).position === at) await this.#registry.goLive(build, at);
  }

  /** Aside: of a long table it takes minutes, in which nothing can be written to it, and live views must be kept up. What goes wrong is met by the next round, and tried again. */
  #index(build: BuildRow): void {
    const key = keyOf(build);
    this.#indexing.add(key);
    void this.#registry.index(build, this.#declared(build))
      .then(() => void this.#indexed.add(key), (fault: unknown) => (this.#indexTrouble = { fault }))
      .finally(() => {
        this.#indexing.delete(key);
        this.#parts.goOn();
      });
  }

  #declared({ name }: BuildRow): ViewDeclaration {
    const declared = this.#parts.views.get(name);
    if (!declared) throw new Error(`Nobody declares the view ${name}`);
    return declared;
  }

  #keptView(build: BuildRow): KeptView {
    const kept = this.#kept.get(keyOf(build)) ?? new KeptView(this.#parts.database, this.#declared(build), build);
    this.#kept.set(keyOf(build), kept);
    return kept;
  }
}
