import { performance } from 'node:perf_hooks';
import type { ViewDeclaration } from '#kernel';
import type { LeaseRow, WorkerRow } from './books.js';
import type { ViewDatabase } from './view-database.js';

type ViewName = Pick<ViewDeclaration, 'name' | 'version'>;
const keyOf = ({ name, version }: ViewName): string => `${name} ${version}`;

/**
 * Who runs which view. No clock is compared between processes: each counts beats, and is given up when another has seen
 * no beat for the lease's time on its own steady clock, or knows that it is gone. Should two ever run a view at once, the
 * compare-and-set on its position lets only one of them write.
 */
export class Leases {
  readonly #runs: string;
  readonly #heard = new Map<string, { readonly beat: number; readonly since: number }>();
  #me: string | undefined;
  #held: ReadonlySet<string> = new Set();
  #run: ReadonlySet<string> = new Set();

  constructor(
    private readonly database: ViewDatabase,
    private readonly views: ReadonlyMap<string, ViewName>,
    private readonly milliseconds: number,
  ) {
    this.#runs = [...views.values()].map(keyOf).sort().join(', ');
  }

  /** How often to beat and to look who else does. */
  get beatMilliseconds(): number {
    return Math.ceil(this.milliseconds / 4);
  }

  /** Names of the views that this process runs, as far as it knows. */
  get held(): readonly string[] {
    return [...this.views.values()].filter((view) => this.#held.has(keyOf(view))).map(({ name }) => name);
  }

  /** Whether anybody who is alive runs a view in this version. */
  isRun(view: ViewName): boolean {
    return this.#run.has(keyOf(view));
  }

  /** Beats, takes what nobody runs, and gives back what is more than a fair share. */
  async beat(): Promise<void> {
    const me = await this.database.signIn();
    const { books } = this.database;
    await this.database.write(books.insertInto('workers').values({ worker: me, runs: this.#runs, beat: 0 })
      .onConflict((conflict) => conflict.column('worker').doUpdateSet(({ eb }) => ({ beat: eb('workers.beat', '+', 1) }))).compile());
    this.#me = me;
    const living = await this.#living(me);
    const leases = await books.selectFrom('leases').selectAll().execute();
    const held = await this.#settle(me, leases, living);
    this.#run = new Set([...leases.filter(({ worker }) => living.some((each) => each.worker === worker)).map(({ view, version }) => keyOf({ name: view, version })), ...held]);
    this.#held = held;
  }

  /** Lets others have all of it, at once. */
  async release(): Promise<void> {
    if (this.#me !== undefined) await this.#bury(this.#me);
    [this.#me, this.#held] = [undefined, new Set()];
  }

  async #settle(me: string, leases: readonly LeaseRow[], living: readonly WorkerRow[]): Promise<ReadonlySet<string>> {
    const holders = new Map(leases.map(({ view, version, worker }) => [keyOf({ name: view, version }), worker]));
    const rivals = living.filter(({ runs }) => runs === this.#runs).length;
    const share = this.database.isConcurrent ? Math.ceil(this.views.size / Math.max(1, rivals)) : this.views.size;
    const held = new Set<string>();
    for (const view of this.views.values()) {
      const holder = holders.get(keyOf(view));
      const isOurs = holder === me || ((holder === undefined || !living.some(({ worker }) => worker === holder)) && held.size < share && (await this.#take(me, view, holder)));
      if (!isOurs) continue;
      if (held.size < share) held.add(keyOf(view));
      else await this.#giveBack(me, view);
    }
    return held;
  }

  /** Compare and set: false when another was quicker. */
  #take(me: string, { name, version }: ViewName, from: string | undefined): Promise<boolean> {
    const { books } = this.database;
    return this.database.write(from === undefined
      ? books.insertInto('leases').values({ view: name, version, worker: me }).onConflict((conflict) => conflict.doNothing()).compile()
      : books.updateTable('leases').set({ worker: me }).where('view', '=', name).where('version', '=', version).where('worker', '=', from).compile());
  }

  async #giveBack(me: string, { name, version }: ViewName): Promise<void> {
    await this.database.write(this.database.books.deleteFrom('leases').where('view', '=', name).where('version', '=', version).where('worker', '=', me).compile());
  }

  /** Those who beat. Who is silent for too long, or gone, is struck off with all that it held. */
  async #living(me: string): Promise<readonly WorkerRow[]> {
    const workers = await this.database.books.selectFrom('workers').selectAll().execute();
    const living: WorkerRow[] = [];
    for (const each of workers) {
      if (each.worker === me || (await this.#lives(each))) living.push(each);
      else await this.#bury(each.worker, each.beat);
    }
    return living;
  }

  async #lives({ worker, beat }: WorkerRow): Promise<boolean> {
    const before = this.#heard.get(worker);
    if (before === undefined || before.beat !== beat) this.#heard.set(worker, { beat, since: performance.now() });
    if (before !== undefined && before.beat !== beat) return true;
    if (before !== undefined && performance.now() - before.since >= this.milliseconds) return false;
    return !(await this.database.isGone(worker));
  }

  async #bury(worker: string, beat?: number): Promise<void> {
    const { books } = this.database;
    const row = books.deleteFrom('workers').where('worker', '=', worker);
    const isGone = await this.database.write((beat === undefined ? row : row.where('beat', '=', beat)).compile(), books.deleteFrom('leases').where('worker', '=', worker).compile());
    if (isGone) this.#heard.delete(worker);
  }
}
