import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { MeasuredLog } from './measured-log.js';

type Value = string | number | null;
const page = 500;
/** Rows of each table that are inserted over and over: as large as the real ones, and few enough to keep at hand. */
const sampled = 5_000;

interface BareTable {
  readonly name: string;
  readonly sql: string;
  readonly count: number;
  readonly samples: readonly Value[][];
  /** Where in a row its place in the log stands, and its place within the event. */
  readonly position: number;
  readonly line: number;
}

export interface BareRebuild {
  readonly milliseconds: number;
  /** Rows inserted: as many as the views have. */
  readonly rows: number;
}

/**
 * The least that making views again must do on this binding: read every event, parse it, and insert as many rows as the
 * views came to, of the same sizes, into the same tables without the indexes that questions use. Nothing is decided,
 * looked up, added or closed.
 */
export function bareRebuild({ folder, events }: Pick<MeasuredLog, 'folder' | 'events'>): BareRebuild {
  const tables = tablesOf(join(folder, 'views.db'));
  const file = join(folder, 'bare-views.db');
  const log = new Database(join(folder, 'events.db'), { readonly: true });
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL'); // as durable as the views
    const inserting = tables.map((table) => {
      db.exec(table.sql);
      const insert = db.prepare<Value[]>(`INSERT INTO "${table.name}" VALUES (${(table.samples[0] ?? []).map(() => '?').join(', ')})`);
      return { ...table, insert, done: 0 };
    });
    const read = log.prepare<[number, number], { position: number; record: string }>('SELECT position, record FROM events WHERE position > ? ORDER BY position LIMIT ?');
    const insertUpTo = db.transaction((position: number) => {
      for (const table of inserting) {
        for (const due = Math.floor((table.count * position) / events); table.done < due; table.done += 1) table.insert.run(...rowOf(table, position, table.done));
      }
    });
    const started = performance.now();
    for (let after = 0, found = read.all(after, page); found.length > 0; found = read.all(after, page)) {
      for (const { record } of found) JSON.parse(record);
      after = found.at(-1)?.position ?? after;
      insertUpTo.immediate(after);
    }
    return { milliseconds: performance.now() - started, rows: tables.reduce((sum, { count }) => sum + count, 0) };
  } finally {
    db.close();
    log.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  }
}

/** A sample in a place of its own: no two rows have the same key. */
function rowOf({ samples, position: at, line }: BareTable, position: number, n: number): Value[] {
  const row = [...(samples[n % samples.length] ?? [])];
  row[at] = position;
  row[line] = n;
  return row;
}

/** The tables of the views that were made, with some of their rows. Empty ones have nothing to insert. */
function tablesOf(file: string): readonly BareTable[] {
  const views = new Database(file, { readonly: true });
  try {
    const tables = views.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name LIKE '%\\_\\_%' ESCAPE '\\'").all();
    return tables.flatMap(({ name, sql }) => {
      const count = views.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0;
      if (count === 0) return [];
      const samples = views.prepare<[number], Value[]>(`SELECT * FROM "${name}" LIMIT ?`).raw().all(sampled);
      const columns = views.prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${name}')`).all().map((column) => column.name);
      const isEntries = columns.includes('line');
      const place = (column: string): number => columns.indexOf(column);
      // A version's end may be anything; it takes the number that makes a row's place its own.
      return [{ name, sql, count, samples, position: place(isEntries ? 'position' : 'to_position'), line: place(isEntries ? 'line' : 'from_position') }];
    });
  } finally {
    views.close();
  }
}
