/**
 * The file's tables, version by version. A released step is never edited: later versions add steps, and every step is
 * run once, in order, in one transaction. Stored. `record` and `leaf` are the log; the other columns only find them.
 */
export const steps: readonly string[] = [
  `
  CREATE TABLE store_meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID, STRICT;

  CREATE TABLE events (
    position    INTEGER PRIMARY KEY,                       -- dense from 1: counted by the writer, under the lock
    stream      TEXT NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    id          BLOB NOT NULL CHECK (length(id) = 16),
    type        TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    record      TEXT NOT NULL,                             -- the exact canonical JSON that was hashed
    leaf        BLOB NOT NULL CHECK (length(leaf) = 32),
    UNIQUE (stream, version),                              -- also gives the head of a stream: there is no second list
    UNIQUE (id)
  ) STRICT;

  CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are append-only: an event is never updated'); END;

  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are append-only: an event is never deleted'); END;
  `,
];
