import type Database from 'better-sqlite3';
import type { ViewDeclaration } from '#kernel';
import type { EventStore, Position } from '#platform/event-store';
import { happened } from './happened.js';
import { KeptView } from './kept-view.js';
import type { BuildRow, Registry } from './registry.js';

/** Events read and written at a time. Between two batches others get their turn. */
const batch = 500;

const keyOf = ({ name, version, number }: Pick<BuildRow, 'name' | 'version' | 'number'>): string => `${name} ${version} ${number}`;
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Brings every view up to the head of the log. */
export class CatchingUp {
  readonly #kept = new Map<string, KeptView>();

  constructor(
    private readonly db: Database.Database,
    private readonly registry: Registry,
    private readonly store: Pick<EventStore, 'readAll'>,
    private readonly views: ReadonlyMap<string, ViewDeclaration>,
    private readonly moved: () => void,
  ) {}

  /**
   * One round for each place that views stand at, the furthest first, until all have caught up: a view that is being
   * made reads the old log without holding up those that are live. A build that has caught up goes live.
   */
  async toHead(signal: AbortSignal): Promise<void> {
    for (;;) {
      const places = Map.groupBy(this.#running(), ({ position }) => position);
      let more = false;
      for (const after of [...places.keys()].sort((a, b) => b - a)) {
        more = (await this.#round(after, places.get(after) ?? [], signal)) || more;
        if (signal.aborted) return;
      }
      if (!more) return;
    }
  }

  /** Whether a build waits to be made, by us or because another process asked for it. */
  get isAsked(): boolean {
    return this.#running().some(({ state }) => state === 'building');
  }

  /** Builds of the declared versions that nothing has stopped. Others belong to other versions of the program. */
  #running(): readonly BuildRow[] {
    return this.registry.all().filter(({ name, version, state, fault }) => state !== 'retired' && fault === null && this.views.get(name)?.version === version);
  }

  async #round(after: Position, builds: readonly BuildRow[], signal: AbortSignal): Promise<boolean> {
    const { events, caughtUp } = await this.store.readAll({ after, limit: batch });
    const head = events.at(-1)?.position ?? after;
    const taken = events.map(happened);
    for (const build of builds) {
      if (taken.length > 0) this.#keptView(build).apply(taken);
      if (caughtUp && build.state === 'building') this.#goLiveAt(head, build);
      this.moved();
      await pause();
      if (signal.aborted) return false;
    }
    return !caughtUp;
  }

  #goLiveAt(head: Position, build: BuildRow): void {
    if (this.registry.find(build)?.position !== head) return;
    this.registry.goLive(build);
    this.registry.dropRetired();
  }

  #keptView(build: BuildRow): KeptView {
    const declared = this.views.get(build.name);
    if (!declared) throw new Error(`Nobody declares the view ${build.name}`);
    const kept = this.#kept.get(keyOf(build)) ?? new KeptView(this.db, this.registry, declared, build);
    this.#kept.set(keyOf(build), kept);
    return kept;
  }
}
