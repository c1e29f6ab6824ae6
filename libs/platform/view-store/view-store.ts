import type { AsOf, ViewDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import { askIn, type AnyQuestion, type Asked } from './asking.js';
import type { BuildRow } from './books.js';
import { isSameBuild } from './build.js';
import { CatchingUp } from './catching-up.js';
import { digestOf } from './digest.js';
import { foreignAmong, ForeignViews, isForeign, isKnownForeign } from './foreign-views.js';
import { Leases } from './leases.js';
import { Leftovers } from './leftovers.js';
import { buildsIn, buildsOf, Registry, servingIn } from './registry.js';
import { Runner } from './runner.js';
import { Standings } from './standings.js';
import { statusOf } from './status-of.js';
import { ViewUnavailable } from './view-unavailable.js';
import type { StoreStatus, ViewStoreOptions } from './view-store-options.js';

export interface AskOptions {
  readonly knownAt?: Position;
  /** What was so on a day (see readAsOf), as far as it was known. Refused for questions that do not answer it. */
  readonly asOf?: AsOf;
  /** How long to wait for the views to come to the position, or to the head of the log. */
  readonly waitMilliseconds?: number;
}

/** Servers of an older program that still ask its builds are gone by then: rolling an upgrade out takes minutes. */
const rollingUpgrade = 600_000;
/** A rebuild has no end by the clock; a wait has. */
const aWhile = 60_000;
const trustMilliseconds = 1_000;

type Settings = Required<Omit<ViewStoreOptions, 'watch'>> & Pick<ViewStoreOptions, 'watch'>;

/** The views of a log, in a database of their own: kept up by a runner, asked through questions. */
export class ViewStore {
  readonly #options: Settings;
  readonly #registry: Registry;
  readonly #views: ReadonlyMap<string, ViewDeclaration>;
  readonly #standings: Standings;
  readonly #stopHearing: () => void;
  /** On the stopwatch: until when a view need not be compared with the log again. */
  readonly #trustedUntil = new Map<string, number>();
  #runner: Runner | undefined;
  #closing: Promise<void> | undefined;

  private constructor(options: Settings) {
    const { database, views } = options;
    this.#options = options;
    this.#views = new Map(views.map((view) => [view.name, view]));
    if (this.#views.size < views.length) throw new Error('Two views have the same name: give one of them another');
    this.#registry = new Registry(database);
    this.#standings = new Standings(() => this.#registry.all(), database.pollMilliseconds);
    this.#stopHearing = database.hear(() => this.#standings.look());
  }

  /** Begins to make the views that the database lacks. Nothing runs until `start`. */
  static async open(options: ViewStoreOptions): Promise<ViewStore> {
    const keptMilliseconds = options.database.isConcurrent ? rollingUpgrade : 0;
    const opened = new ViewStore({ leaseMilliseconds: 4_000, retryMilliseconds: 1_000, keptMilliseconds, ...options });
    const builds = await opened.#registry.all();
    for (const view of options.views) if (!servingIn(builds, view)) await opened.#registry.begin(view);
    return opened;
  }

  /** Starts the runner. Views of another log, or of one that has lost its end, are refused and say what to do. */
  async start(): Promise<void> {
    const { database, store, leaseMilliseconds, retryMilliseconds, keptMilliseconds, watch } = this.#options;
    const [registry, views] = [this.#registry, this.#views];
    const builds = await registry.all();
    for (const view of views.values()) {
      for (const build of buildsOf(builds, view)) if (await isForeign(build, store)) throw new ForeignViews(build);
      await registry.retry(view);
    }
    if (this.#runner) return;
    const leases = new Leases(database, views, leaseMilliseconds);
    const catchingUp = new CatchingUp({ database, store, views, runs: (view) => leases.held.includes(view), moved: () => this.#standings.look(), goOn: () => this.#runner?.wake(), watch });
    const leftovers = new Leftovers({ database, registry, views, isRun: (build) => leases.isRun(build), keptMilliseconds });
    this.#runner = new Runner({ store, leases, catchingUp, leftovers, retryMilliseconds });
  }

  /** Ends after the batch in hand. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Resolves true once these views (all, if none are named) have taken everything up to the position; false when the time is up or one has stopped. */
  waitFor(position: Position, milliseconds: number, names: readonly string[] = [...this.#views.keys()]): Promise<boolean> {
    return this.#until((build) => build.position >= position, milliseconds, names);
  }

  /** Waits until everything that is in the log now has been taken, by views that are made and have all that questions want. */
  async caughtUp(milliseconds = 60_000): Promise<boolean> {
    const { position } = await this.#options.store.head();
    return this.#until((build) => build.state === 'live' && build.position >= position, milliseconds, [...this.#views.keys()]);
  }

  /** Asks a question; waits a moment for the views it reads, and answers with what they know if they are late. */
  async ask<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: unknown, { knownAt, asOf, waitMilliseconds = 1_000 }: AskOptions = {}): Promise<Asked<Answer>> {
    const { database, store } = this.#options;
    const head = (await store.head()).position;
    if (knownAt !== undefined && knownAt > head) return { outcome: 'invalid', problems: [{ field: 'known-at', message: `@${knownAt} has not happened yet: the last event is @${head}` }] };
    let asked = await askIn(database, question, input, { knownAt, asOf, atLeast: knownAt ?? head });
    if (asked.outcome === 'behind') {
      await this.waitFor(knownAt ?? head, waitMilliseconds, question.from.map(({ name }) => name));
      asked = await askIn(database, question, input, { knownAt, asOf });
    }
    if (asked.outcome === 'behind') throw new Error(`"${question.name}" was asked where it stands, and is behind that`);
    if (asked.outcome === 'answered' && asked.position > head) await this.#mustBeInTheLog(asked.position, question);
    // Whoever only asks cannot know what the runners have seen: even views that stand at the head may be of another log of that length.
    if (asked.outcome === 'answered') await this.#mustBeOfThisLog(question);
    return asked;
  }

  async status(): Promise<StoreStatus> {
    const head = (await this.#options.store.head()).position;
    const [builds, absences] = [await this.#registry.all(), await this.#registry.absences()];
    const trouble = this.#runner?.trouble;
    const declared = [...this.#views.values()];
    const foreign = await foreignAmong(declared.flatMap((view) => servingIn(builds, view) ?? []), this.#options.store);
    const views = declared.map((view) => statusOf(view, { builds, foreign, head, absences: (build) => absences.find((each) => isSameBuild(each, build))?.n ?? 0 }));
    return { head, works: this.#runner?.runs ?? [], ...(trouble === undefined ? {} : { trouble }), views };
  }

  /**
   * Makes views again from the log, beside the ones that answer meanwhile; resolves when each has been switched. Views of
   * another log are not kept that long. Starts the runner if nobody has. Throws ViewUnavailable when an event stops a build.
   * Whoever wants to know how it goes is told each time how far the build of those that is furthest behind has come.
   */
  async rebuild(names: readonly string[] = [...this.#views.keys()], cameTo?: (position: Position) => void): Promise<void> {
    const views = names.map((name) => this.#view(name));
    const before = await this.#registry.all();
    for (const view of views) {
      const own = buildsOf(before, view);
      const isLost = await Promise.all(own.map(async (build) => (build.state === 'building' && build.fault !== null) || isForeign(build, this.#options.store)));
      const lost = own.filter((_, at) => isLost[at]);
      const [making, made] = [lost.filter(({ state }) => state === 'building'), lost.filter(({ state }) => state !== 'building')];
      for (const build of making) await this.#registry.drop(build);
      await this.#registry.begin(view, making);
      for (const build of made) await this.#registry.drop(build); // only now, or a runner that finds none would begin one of the same number
    }
    if (this.#runner) this.#runner.wake();
    else await this.start();
    for (let isOver: boolean | undefined; !isOver; ) {
      isOver = await this.#standings.until((builds) => {
        const building = views.flatMap((view) => buildsOf(builds, view)).filter(({ state }) => state === 'building');
        const stopped = building.find(({ fault }) => fault !== null);
        if (stopped) throw new ViewUnavailable(`${stopped.name} could not be made: event @${stopped.fault_position} stopped it (${stopped.fault}). The one before it still answers`);
        if (building.length > 0) cameTo?.(Math.min(...building.map(({ position }) => position)));
        return building.length === 0 ? true : undefined;
      }, aWhile);
    }
  }

  /** SHA-256 over the rows of a view with all their versions, and the position that they stand for. */
  async digest(name: string): Promise<{ readonly digest: string; readonly position: Position }> {
    const view = this.#view(name);
    return this.#options.database.snapshot(async (snapshot) => {
      const build = servingIn(await buildsIn(snapshot, [name]), view);
      if (!build) throw new Error(`The view ${name} has not been made yet`);
      return { digest: await digestOf(snapshot, build, view.tables), position: build.position };
    }, { isLong: true });
  }

  /** Until the builds that answer for these views all are so, or one of them has stopped before. */
  async #until(isSo: (build: BuildRow) => boolean, milliseconds: number, names: readonly string[]): Promise<boolean> {
    const views = names.map((name) => this.#view(name));
    const came = await this.#standings.until((builds) => {
      const serving = views.map((view) => servingIn(builds, view));
      if (serving.every((build) => build !== undefined && isSo(build))) return true;
      return serving.some((build) => build !== undefined && build.fault !== null) ? false : undefined;
    }, milliseconds);
    return came ?? false;
  }

  async #close(): Promise<void> {
    await this.#runner?.stop();
    this.#stopHearing();
    await this.#options.database.close();
  }

  #view(name: string): ViewDeclaration {
    const view = this.#views.get(name);
    if (!view) throw new Error(`There is no view ${name}. There are: ${[...this.#views.keys()].join(', ')}`);
    return view;
  }

  /** Views may be ahead of the head that was read a moment ago, but never of the log. */
  async #mustBeInTheLog(position: Position, { from: [view] }: Pick<AnyQuestion, 'from'>): Promise<void> {
    if (view && position > (await this.#options.store.head()).position) throw new ForeignViews({ name: view.name, position });
  }

  /** Looked up once a second at most: whoever asks a lot asks the same views. */
  async #mustBeOfThisLog({ from }: Pick<AnyQuestion, 'from'>): Promise<void> {
    const due = from.filter(({ name }) => performance.now() >= (this.#trustedUntil.get(name) ?? 0));
    const builds = due.length === 0 ? [] : await this.#registry.all();
    for (const { name } of due) {
      const build = servingIn(builds, this.#view(name));
      if (build && (await isKnownForeign(build, this.#options.store))) throw new ForeignViews(build);
      this.#trustedUntil.set(name, performance.now() + trustMilliseconds);
    }
  }
}
