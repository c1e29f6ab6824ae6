import { setTimeout as wait } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import type Database from 'better-sqlite3';
import type { AsOf, ViewDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import { Questions, ViewUnavailable, type AnyQuestion, type Asked } from './asking.js';
import { CatchingUp } from './catching-up.js';
import { digestOf } from './digest.js';
import { ForeignViews, isForeign } from './foreign-views.js';
import { Lease } from './lease.js';
import { Registry } from './registry.js';
import { Runner } from './runner.js';
import { openForReading, openViewFile } from './view-file.js';
import type { StoreStatus, ViewStatus, ViewStoreOptions } from './view-store-options.js';

export interface AskOptions {
  readonly knownAt?: Position;
  /** What was so on a day (see readAsOf), as far as it was known. Refused for questions that do not answer it. */
  readonly asOf?: AsOf;
  /** How long to wait for the views to come to the position, or to the head of the log. */
  readonly waitMilliseconds?: number;
}

type Settings = Required<Omit<ViewStoreOptions, 'onQuery'>> & Pick<ViewStoreOptions, 'onQuery'>;

/** The views of a log, in a file of their own beside it: kept up by a runner, asked through questions. */
export class ViewStore {
  readonly #options: Settings;
  readonly #db: Database.Database;
  readonly #registry: Registry;
  readonly #questions: Questions;
  readonly #views: ReadonlyMap<string, ViewDeclaration>;
  readonly #waiting = new Set<() => void>();
  #runner: Runner | undefined;

  private constructor(options: Settings) {
    this.#options = options;
    this.#views = new Map(options.views.map((view) => [view.name, view]));
    if (this.#views.size < options.views.length) throw new Error('Two views have the same name: give one of them another');
    this.#db = openViewFile(options.file, options.busyMilliseconds);
    this.#registry = new Registry(this.#db);
    const reading = openForReading(options.file, options.busyMilliseconds);
    this.#questions = new Questions(reading, new Registry(reading), options.onQuery);
  }

  /** Opens the file and begins to make the views that it lacks. Nothing runs until `start`. */
  static open(options: ViewStoreOptions): ViewStore {
    const opened = new ViewStore({ leaseMilliseconds: 4_000, busyMilliseconds: 5_000, retryMilliseconds: 1_000, ...options });
    opened.#registry.dropRetired();
    for (const view of options.views) if (!opened.#registry.serving(view)) opened.#registry.begin(view);
    return opened;
  }

  /** Starts the runner. Views of another log, or of one that has lost its end, are refused and say what to do. */
  async start(): Promise<void> {
    await this.#mustBeOfThisLog();
    this.#registry.retry();
    const { store, leaseMilliseconds, retryMilliseconds } = this.#options;
    const catchingUp = new CatchingUp(this.#db, this.#registry, store, this.#views, () => this.#moved());
    this.#runner ??= new Runner({ store, lease: new Lease(this.#db, leaseMilliseconds), catchingUp, retryMilliseconds });
  }

  async close(): Promise<void> {
    await this.#runner?.stop();
    this.#runner = undefined;
    await this.#questions.close();
    this.#db.close();
  }

  /** Resolves true once these views (all, if none are named) have taken everything up to the position; false when the time is up or one has stopped. */
  async waitFor(position: Position, milliseconds: number, names: readonly string[] = [...this.#views.keys()]): Promise<boolean> {
    const until = performance.now() + milliseconds;
    for (;;) {
      const serving = names.map((name) => this.#registry.serving(this.#view(name)));
      if (serving.every((build) => build !== undefined && build.position >= position)) return true;
      const left = until - performance.now();
      if (left <= 0 || serving.some((build) => build?.fault)) return false;
      await this.#nextMove(Math.min(left, 25)); // another process may be the one that works
    }
  }

  /** Waits until everything that is in the log now has been taken. */
  async caughtUp(milliseconds = 60_000): Promise<boolean> {
    return this.waitFor((await this.#options.store.head()).position, milliseconds);
  }

  /** Asks a question; waits a moment for the views it reads, and answers with what they know if they are late. */
  async ask<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: unknown, { knownAt, asOf, waitMilliseconds = 1_000 }: AskOptions = {}): Promise<Asked<Answer>> {
    const head = (await this.#options.store.head()).position;
    if (knownAt !== undefined && knownAt > head) return { outcome: 'invalid', problems: [{ field: 'known-at', message: `@${knownAt} has not happened yet: the last event is @${head}` }] };
    await this.waitFor(knownAt ?? head, waitMilliseconds, question.from.map(({ name }) => name));
    return this.#questions.ask(question, input, knownAt, asOf);
  }

  async status(): Promise<StoreStatus> {
    const head = (await this.#options.store.head()).position;
    const trouble = this.#runner?.trouble;
    return { head, works: this.#runner?.holds ?? false, ...(trouble === undefined ? {} : { trouble }), views: [...this.#views.values()].map((view) => this.#statusOf(view, head)) };
  }

  /**
   * Makes views again from the log, beside the ones that answer meanwhile; resolves when each has been switched. Views of
   * another log are not kept that long. Starts the runner if nobody has. Throws ViewUnavailable when an event stops a build.
   */
  async rebuild(names: readonly string[] = [...this.#views.keys()]): Promise<void> {
    const views = names.map((name) => this.#view(name));
    for (const view of views) {
      for (const build of this.#registry.of(view)) {
        if ((build.state === 'building' && build.fault !== null) || (await isForeign(build, this.#options.store))) this.#registry.drop(build);
      }
      this.#registry.begin(view);
    }
    if (this.#runner) this.#runner.wake();
    else await this.start();
    for (;;) {
      const building = views.flatMap((view) => this.#registry.of(view)).filter(({ state }) => state === 'building');
      const stopped = building.find(({ fault }) => fault !== null);
      if (stopped) throw new ViewUnavailable(`${stopped.name} could not be made: event @${stopped.fault_position} stopped it (${stopped.fault}). The one before it still answers`);
      if (building.length === 0) return;
      await this.#nextMove(100);
    }
  }

  /** SHA-256 over the rows of a view with all their versions, and the position that they stand for. */
  async digest(name: string): Promise<{ readonly digest: string; readonly position: Position }> {
    const view = this.#view(name);
    const db = openForReading(this.#options.file, this.#options.busyMilliseconds);
    try {
      db.exec('BEGIN');
      const build = new Registry(db).serving(view);
      if (!build) throw new Error(`The view ${name} has not been made yet`);
      return { digest: await digestOf(db, build, view.tables), position: build.position };
    } finally {
      db.close();
    }
  }

  #view(name: string): ViewDeclaration {
    const view = this.#views.get(name);
    if (!view) throw new Error(`There is no view ${name}. There are: ${[...this.#views.keys()].join(', ')}`);
    return view;
  }

  async #mustBeOfThisLog(): Promise<void> {
    for (const view of this.#views.values()) for (const build of this.#registry.of(view)) {
      if (await isForeign(build, this.#options.store)) throw new ForeignViews(build);
    }
  }

  #statusOf(view: ViewDeclaration, head: Position): ViewStatus {
    const { name, version } = view;
    const build = this.#registry.serving(view);
    if (!build) return { view: name, version, state: 'absent', build: 0, position: 0, behind: head, absences: 0 };
    const { state, position, fault, fault_position: at } = build;
    const stopped = fault === null ? {} : { fault: { at: at ?? position, because: fault } };
    return { view: name, version, state: state === 'live' ? 'live' : 'building', build: build.number, position, behind: Math.max(0, head - position), ...stopped, absences: this.#registry.absences(build) };
  }

  #moved(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  async #nextMove(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.add(resolve);
    await Promise.race([promise, wait(milliseconds)]);
    this.#waiting.delete(resolve);
  }
}
