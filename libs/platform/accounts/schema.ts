import { chmodSync, existsSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';

/**
 * Names, passphrases and sessions. None of it is ever in the log, where it could not be erased; none of it decides anything:
 * who may do what is the log's to say. Of every secret only a hash is kept.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS accounts (
    person TEXT PRIMARY KEY, sign_in_name TEXT, sign_in_key TEXT UNIQUE, display_name TEXT, passphrase TEXT, disabled INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS attempts (name_hash TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS invitations (token_hash TEXT PRIMARY KEY, person TEXT NOT NULL, purpose TEXT NOT NULL, ends_at INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS sessions (
    id_hash TEXT PRIMARY KEY, handle TEXT NOT NULL UNIQUE, person TEXT NOT NULL, role TEXT NOT NULL,
    started_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL, ended TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sessions_of ON sessions (person);
  CREATE TABLE IF NOT EXISTS tokens (
    secret_hash TEXT PRIMARY KEY, person TEXT NOT NULL, number INTEGER NOT NULL, expires_on TEXT NOT NULL, UNIQUE (person, number)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS kept_forms (id TEXT PRIMARY KEY, person TEXT, path TEXT NOT NULL, words TEXT NOT NULL, kept_at INTEGER NOT NULL) STRICT;
`;

/** Opens the file, for its owner only. ':memory:' keeps nothing. */
export function openDatabase(file: string): Database {
  const isNew = file !== ':memory:' && !existsSync(file);
  const db = new SqliteDatabase(file, { timeout: 5_000 });
  if (isNew) chmodSync(file, 0o600);
  db.pragma('journal_mode = WAL');
  // Whoever signed out stays signed out, and a link that was used stays used, also when the power fails.
  db.pragma('synchronous = FULL');
  db.exec(tables);
  return db;
}
