import Database from 'better-sqlite3';
import { booksSql, layout, quoted } from '#platform/view-store';
import { spelling } from './spelling.js';

/**
 * Opens the file that views are kept in, and makes it if it is not there. What it holds can be made again from the log,
 * so a commit need not wait for the disk (synchronous NORMAL): after a power cut the file is whole and a little behind.
 * A file of an older layout is emptied. One of a newer layout is refused.
 */
export function openViewFile(file: string, busyMilliseconds: number): Database.Database {
  const db = new Database(file, { timeout: busyMilliseconds });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -16384'); // kibibytes; with fewer copies back into the file, a tenth to a fifth faster
  db.pragma('wal_autocheckpoint = 4000');
  db.transaction(() => layOut(db, file)).immediate();
  return db;
}

function layOut(db: Database.Database, file: string): void {
  const found = Number(db.pragma('user_version', { simple: true }));
  if (found === layout) return;
  if (found > layout) throw new Error(`${file} was laid out by a newer version of Tallystick (${found}, this one knows ${layout}). Delete it and start again: views are made from the log`);
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").pluck().all();
  for (const table of tables) db.exec(`DROP TABLE ${quoted(table)}`);
  for (const sql of booksSql(spelling)) db.exec(sql);
  db.pragma(`user_version = ${layout}`);
}

/** A connection that can only read, with a snapshot of its own in each transaction. What it keeps at hand is worth more than what SQLite allows by itself. */
export function openForReading(file: string, busyMilliseconds: number): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: busyMilliseconds });
  db.pragma('cache_size = -16384'); // kibibytes
  return db;
}
