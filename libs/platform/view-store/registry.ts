import type Database from 'better-sqlite3';
import type { ViewDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import type { Build } from './build.js';
import { createTables, dropTables } from './table-sql.js';

/** A build as the file knows it. */
export interface BuildRow extends Build {
  readonly state: 'building' | 'live' | 'retired';
  readonly position: Position;
  readonly mark: string;
  /** Why it stopped, and at which event. */
  readonly fault: string | null;
  readonly fault_position: Position | null;
}

type ViewName = Pick<ViewDeclaration, 'name' | 'version'>;

/** Which builds there are, how far each has come, and which one answers questions. */
export class Registry {
  readonly #db: Database.Database;
  readonly #all;
  readonly #one;
  readonly #advance;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#all = db.prepare<[], BuildRow>('SELECT name, version, number, state, position, mark, fault, fault_position FROM builds ORDER BY name, version, number');
    this.#one = db.prepare<[string, number, number], BuildRow>('SELECT * FROM builds WHERE name = ? AND version = ? AND number = ?');
    this.#advance = db.prepare<[Position, string, string, number, number, Position]>(
      'UPDATE builds SET position = ?, mark = ? WHERE name = ? AND version = ? AND number = ? AND position = ? AND fault IS NULL',
    );
  }

  all(): readonly BuildRow[] {
    return this.#all.all();
  }

  find({ name, version, number }: Build): BuildRow | undefined {
    return this.#one.get(name, version, number);
  }

  /** Builds of a view in its declared version, in the order in which they were begun. */
  of({ name, version }: ViewName): readonly BuildRow[] {
    return this.all().filter((build) => build.name === name && build.version === version && build.state !== 'retired');
  }

  /** The build that answers questions about a view: the live one of this version, else the one being made. */
  serving(view: ViewName): BuildRow | undefined {
    const builds = this.of(view);
    return builds.find(({ state }) => state === 'live') ?? builds.at(-1);
  }

  /** Begins a build beside what there is, unless one is being made already. */
  begin({ name, version, tables }: ViewDeclaration): void {
    this.#db.transaction(() => {
      const before = this.all().filter((build) => build.name === name && build.version === version);
      if (before.some(({ state }) => state === 'building')) return;
      const number = 1 + Math.max(0, ...before.map((build) => build.number));
      for (const sql of createTables({ name, version, number }, tables)) this.#db.exec(sql);
      this.#db.prepare('INSERT INTO builds (name, version, number, state, tables) VALUES (?, ?, ?, ?, ?)').run(name, version, number, 'building', JSON.stringify(Object.keys(tables)));
    }).immediate();
  }

  /** Compare and set, in the transaction that writes the rows: false when another runner has been here. */
  advance({ name, version, number }: Build, from: Position, to: Position, mark: string): boolean {
    return this.#advance.run(to, mark, name, version, number, from).changes === 1;
  }

  stop({ name, version, number }: Build, fault: string, at: Position): void {
    this.#db.prepare('UPDATE builds SET fault = ?, fault_position = ? WHERE name = ? AND version = ? AND number = ?').run(fault, at, name, version, number);
  }

  /** A stopped view is tried again when a runner starts: what stopped it may have been repaired. */
  retry(): void {
    this.#db.prepare('UPDATE builds SET fault = NULL, fault_position = NULL').run();
  }

  noteAbsence({ name, version, number }: Build, position: Position, table: string, key: unknown): void {
    this.#db.prepare('INSERT INTO absences VALUES (?, ?, ?, ?, ?, ?)').run(name, version, number, position, table, JSON.stringify(key));
  }

  absences({ name, version, number }: Build): number {
    const counted = this.#db.prepare<[string, number, number], { n: number }>('SELECT count(*) AS n FROM absences WHERE name = ? AND version = ? AND number = ?');
    return counted.get(name, version, number)?.n ?? 0;
  }

  /** From now on this build answers; the one before it is retired in the same moment. */
  goLive({ name, version, number }: Build): void {
    this.#db.transaction(() => {
      this.#db.prepare("UPDATE builds SET state = 'retired' WHERE name = ? AND state = 'live'").run(name);
      this.#db.prepare("UPDATE builds SET state = 'live' WHERE name = ? AND version = ? AND number = ?").run(name, version, number);
    }).immediate();
  }

  /** Those who are reading a dropped build keep their snapshot of it until they are done. */
  drop(build: Build): void {
    const { name, version, number } = build;
    this.#db.transaction(() => {
      const row = this.#db.prepare<[string, number, number], { tables: string }>('SELECT tables FROM builds WHERE name = ? AND version = ? AND number = ?').get(name, version, number);
      for (const sql of dropTables(build, row ? (JSON.parse(row.tables) as string[]) : [])) this.#db.exec(sql);
      for (const table of ['builds', 'absences']) this.#db.prepare(`DELETE FROM ${table} WHERE name = ? AND version = ? AND number = ?`).run(name, version, number);
    }).immediate();
  }

  dropRetired(): void {
    for (const build of this.all()) if (build.state === 'retired') this.drop(build);
  }
}
