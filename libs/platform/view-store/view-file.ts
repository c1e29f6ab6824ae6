import Database from 'better-sqlite3';

/** Raised when the tables below differ. An older file is not migrated: what is in it can be made again from the log. */
const layout = 1;

const bookkeeping = `
  CREATE TABLE builds (
    name           TEXT NOT NULL,
    version        INTEGER NOT NULL,
    number         INTEGER NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('building', 'live', 'retired')),
    tables         TEXT NOT NULL,                    -- JSON: so that a build can be dropped when nobody declares it any more
    position       INTEGER NOT NULL DEFAULT 0,
    mark           TEXT NOT NULL DEFAULT '',         -- the event at that position: tells this log from another
    fault          TEXT,
    fault_position INTEGER,
    PRIMARY KEY (name, version, number)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX one_is_live ON builds (name) WHERE state = 'live';

  CREATE TABLE absences (                            -- changes to rows that were not there: the check reports them
    name TEXT NOT NULL, version INTEGER NOT NULL, number INTEGER NOT NULL,
    position INTEGER NOT NULL, kept_in TEXT NOT NULL, key TEXT NOT NULL
  ) STRICT;

  CREATE TABLE runner (one INTEGER PRIMARY KEY CHECK (one = 1), holder TEXT NOT NULL, beat INTEGER NOT NULL) STRICT;
`;

/**
 * Opens the file that views are kept in, and makes it if it is not there. What it holds can be made again from the log,
 * so a commit need not wait for the disk (synchronous NORMAL): after a power cut the file is whole and a little behind.
 */
export function openViewFile(file: string, busyMilliseconds: number): Database.Database {
  const db = new Database(file, { timeout: busyMilliseconds });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -16384'); // kibibytes; with fewer copies back into the file, a tenth to a fifth faster
  db.pragma('wal_autocheckpoint = 4000');
  db.transaction(() => {
    const found = db.pragma('user_version', { simple: true });
    if (found === layout) return;
    if (found !== 0) throw new Error(`${file} was laid out by another version of Tallystick (${String(found)}, this one knows ${layout}). Delete it and start again: views are made from the log`);
    db.exec(bookkeeping);
    db.pragma(`user_version = ${layout}`);
  }).immediate();
  return db;
}

/** A connection that can only read, with a snapshot of its own in each transaction. What it keeps at hand is worth more than what SQLite allows by itself. */
export function openForReading(file: string, busyMilliseconds: number): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: busyMilliseconds });
  db.pragma('cache_size = -16384'); // kibibytes
  return db;
}
