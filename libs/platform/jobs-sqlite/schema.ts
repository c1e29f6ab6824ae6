import Database from 'better-sqlite3';

/** Raise it with the tables: jobs are derived, so a file of another version is emptied rather than repaired. */
const version = 1;

const tables = `
  CREATE TABLE jobs (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, input TEXT NOT NULL, lane TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'dismissed')),
    offered_at TEXT NOT NULL, not_before TEXT NOT NULL, since TEXT NOT NULL, due_at TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, holder TEXT,
    progress TEXT, report TEXT, error TEXT, finished_at TEXT, forget_at TEXT, change INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX jobs_by_state ON jobs (state, lane, due_at);
  CREATE INDEX jobs_by_change ON jobs (change);
  CREATE TABLE holders (holder TEXT PRIMARY KEY, beat INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Opens the file of jobs, or makes it. ':memory:' for a process that shares them with nobody. */
export function openJobsFile(file: string, busyMilliseconds: number): Database.Database {
  const db = new Database(file, { timeout: busyMilliseconds });
  if (file !== ':memory:') db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL'); // what a power cut takes away is derived again
  db.transaction(() => {
    if (db.pragma('user_version', { simple: true }) === version) return;
    db.exec(`DROP TABLE IF EXISTS jobs; DROP TABLE IF EXISTS holders; ${tables} PRAGMA user_version = ${version}`);
  }).immediate();
  return db;
}
