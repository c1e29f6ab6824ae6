import Database from 'better-sqlite3';
import { StoreFault } from '#platform/event-store';
import { steps } from './schema.js';

/** Brings a file to the newest schema, or makes it. Two processes may open the same new file at once. */
export function migrate(file: string, busyMilliseconds: number): void {
  const database = new Database(file, { timeout: busyMilliseconds });
  try {
    if (database.pragma('journal_mode', { simple: true }) !== 'wal') database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    if (schemaOf(file, database) === steps.length) return;
    database.transaction(() => {
      const from = schemaOf(file, database); // another process may have been quicker
      for (const step of steps.slice(from)) database.exec(step);
      database.prepare("INSERT INTO store_meta VALUES ('schema', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(String(steps.length));
    }).immediate();
  } finally {
    database.close();
  }
}

/** 0 in an empty file. Refuses what is not ours and what a newer version wrote. */
function schemaOf(file: string, database: Database.Database): number {
  const tables = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (tables.length === 0) return 0;
  if (!tables.includes('store_meta')) throw new StoreFault('invalid', `${file} is a database of something else: choose another file for the log`);
  const schema = Number(database.prepare("SELECT value FROM store_meta WHERE key = 'schema'").pluck().get());
  if (schema > steps.length) {
    throw new StoreFault('invalid', `${file} was written by a newer version of Tallystick (schema ${schema}; this version knows ${steps.length}). Run the newer version`);
  }
  return schema;
}
