import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Tables } from '#kernel';
import { quoted, tableOf, type Build } from './build.js';

/** Rows between two pauses, in which others may go on. */
const chunk = 2_000;

/**
 * SHA-256 over every version of every row of every table, in the order of their keys: a rebuilt view and one that was
 * kept up event by event must come to the same. Read through a connection of its own, in one snapshot.
 */
export async function digestOf(db: Database.Database, build: Build, tables: Tables): Promise<string> {
  const sum = createHash('sha256');
  for (const [name, { keep, key }] of Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const order = keep === 'entries' ? ['position', 'line'] : [...key, 'from_position'];
    const rows = db.prepare<[], unknown[]>(`SELECT * FROM ${quoted(tableOf(build, name))} ORDER BY ${order.map(quoted).join(', ')}`).raw();
    sum.update(`${name}\n`);
    let read = 0;
    for (const row of rows.iterate()) {
      sum.update(`${JSON.stringify(row)}\n`);
      read += 1;
      if (read % chunk === 0) await new Promise(setImmediate);
    }
  }
  return sum.digest('hex');
}
