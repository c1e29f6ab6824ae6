import { CompiledQuery, type Kysely } from 'kysely';
import type { ViewDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import type { Books, BuildRow } from './books.js';
import type { Build } from './build.js';
import { createTables, dropTables, questionIndexes } from './table-sql.js';
import type { ViewDatabase } from './view-database.js';

type ViewName = Pick<ViewDeclaration, 'name' | 'version'>;

/** Builds in the order in which they were begun, of the views named or of all. */
export async function buildsIn(db: Kysely<Books>, names?: readonly string[]): Promise<readonly BuildRow[]> {
  const all = db.selectFrom('builds').selectAll().orderBy('name').orderBy('version').orderBy('number');
  return (names === undefined ? all : all.where('name', 'in', names)).execute();
}

/** Builds of a view in its declared version that are not over. */
export const buildsOf = (builds: readonly BuildRow[], { name, version }: ViewName): readonly BuildRow[] =>
  builds.filter((build) => build.name === name && build.version === version && build.state !== 'retired');

/** The build that answers questions about a view: the live one of this version, else the one being made. */
export function servingIn(builds: readonly BuildRow[], view: ViewName): BuildRow | undefined {
  const standing = buildsOf(builds, view);
  return standing.find(({ state }) => state === 'live') ?? standing.at(-1);
}

/** Which builds there are, how far each has come, and which one answers questions. */
export class Registry {
  constructor(private readonly database: ViewDatabase) {}

  all(): Promise<readonly BuildRow[]> {
    return buildsIn(this.database.books);
  }

  /**
   * Begins a build beside what there is, unless one is being made already, here or by another process. Its number is above that
   * of those that were dropped just before: whoever still runs one of them must not take this one for it.
   */
  async begin({ name, version, tables }: ViewDeclaration, dropped: readonly Build[] = []): Promise<void> {
    const { books, spelling } = this.database;
    const { last } = await books.selectFrom('builds').select(({ fn }) => fn.max('number').as('last')).where('name', '=', name).where('version', '=', version).executeTakeFirstOrThrow();
    const number = 1 + Math.max(last ?? 0, ...dropped.map((build) => build.number));
    const begun = { name, version, number, state: 'building', tables: JSON.stringify(Object.keys(tables)), position: 0, mark: '', fault: null, fault_position: null } as const;
    const created = createTables({ name, version, number }, tables, spelling).map((sql) => CompiledQuery.raw(sql));
    await this.database.write(books.insertInto('builds').values(begun).onConflict((conflict) => conflict.doNothing()).compile(), ...created);
  }

  /** Makes the indexes that questions will want, while the build before it still answers. */
  async index(build: Build, { tables }: ViewDeclaration): Promise<void> {
    await this.database.make(questionIndexes(build, tables, this.database.spelling));
  }

  async stop(build: Build, because: string, at: Position): Promise<void> {
    await this.database.write(this.#update(build).set({ fault: because, fault_position: at }).where('position', '<', at).compile());
  }

  /** A stopped view is tried again when a runner starts: what stopped it may have been repaired. */
  async retry({ name, version }: ViewName): Promise<void> {
    await this.database.write(this.database.books.updateTable('builds').set({ fault: null, fault_position: null }).where('name', '=', name).where('version', '=', version).where('fault', 'is not', null).compile());
  }

  /** How many changes to rows that were not there each build has met, where it met any. */
  absences(): Promise<readonly (Build & { readonly n: number })[]> {
    return this.database.books.selectFrom('absences').select(['name', 'version', 'number', ({ fn }) => fn.countAll<number>().as('n')]).groupBy(['name', 'version', 'number']).execute();
  }

  /** From now on this build answers, if it stands where it is thought to; the one before it is retired in the same moment. */
  async goLive({ name, version, number }: Build, at: Position): Promise<void> {
    const { books } = this.database;
    const isMade = books.selectFrom('builds as made').select('made.number')
      .where('made.name', '=', name).where('made.version', '=', version).where('made.number', '=', number)
      .where('made.state', '=', 'building').where('made.position', '=', at).where('made.fault', 'is', null);
    await this.database.write(books.updateTable('builds')
      .set(({ eb }) => ({ state: eb.case().when('number', '=', number).then('live' as const).else('retired' as const).end() }))
      .where('name', '=', name).where('version', '=', version)
      .where(({ and, or, eb, exists }) => and([or([eb('state', '=', 'live'), eb('number', '=', number)]), exists(isMade)])).compile());
  }

  /** For good. Those who are reading it keep their snapshot of it until they are done, or it waits for them. */
  async drop(build: BuildRow): Promise<void> {
    const { books } = this.database;
    const { name, version, number } = build;
    const [row, absences] = (['builds', 'absences'] as const).map((table) => books.deleteFrom(table).where('name', '=', name).where('version', '=', version).where('number', '=', number).compile());
    if (!row || !absences) return;
    await this.database.write(row, absences, ...dropTables(build, JSON.parse(build.tables) as string[]).map((sql) => CompiledQuery.raw(sql)));
  }

  #update({ name, version, number }: Build) {
    return this.database.books.updateTable('builds').where('name', '=', name).where('version', '=', version).where('number', '=', number);
  }
}
