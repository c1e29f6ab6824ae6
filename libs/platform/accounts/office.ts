import type { Database, Layout } from '#platform/databases';
import type { Person } from '#kernel';

/**
 * Names, passphrases and sessions. None of it is ever in the log, where it could not be erased; none of it decides anything:
 * who may do what is the log's to say. Of every secret only a hash is kept. Instants are milliseconds since 1970.
 */
export interface OfficeTables {
  readonly accounts: {
    readonly person: Person;
    readonly sign_in_name: string | null;
    readonly sign_in_key: string | null;
    readonly display_name: string | null;
    readonly passphrase: string | null;
    readonly disabled: number;
  };
  readonly attempts: { readonly name_hash: string; readonly failures: number; readonly last_at: number };
  readonly invitations: { readonly token_hash: string; readonly person: Person; readonly purpose: Purpose; readonly ends_at: number };
  readonly sessions: {
    readonly id_hash: string;
    readonly handle: string;
    readonly person: Person;
    readonly role: string;
    readonly started_at: number;
    readonly last_seen_at: number;
    readonly ended: Ending | null;
  };
  readonly tokens: { readonly secret_hash: string; readonly person: Person; readonly number: number; readonly expires_on: string };
  readonly kept_forms: { readonly id: string; readonly person: Person | null; readonly path: string; readonly words: string; readonly kept_at: number };
  /** How often somebody who is not signed in came to the door, by a hash of where they came from. */
  readonly knocks: { readonly key_hash: string; readonly count: number; readonly until: number };
  /** Counts changes, so that whoever remembers what was read knows when to read it again. */
  readonly revisions: { readonly of: 'accounts'; readonly number: number };
}

/** What an invitation is for: to found a store, to join, or to set a forgotten passphrase anew. */
export type Purpose = 'first-administrator' | 'join' | 'reset';
export type Ending = 'idle' | 'expired' | 'signed-out';
export type Office = Database<OfficeTables>;

export const layout: Layout = {
  of: 'accounts',
  sqlite: [
    // "IF NOT EXISTS": files of the versions before there were steps have these tables.
    `CREATE TABLE IF NOT EXISTS accounts (
       person TEXT PRIMARY KEY, sign_in_name TEXT, sign_in_key TEXT UNIQUE, display_name TEXT, passphrase TEXT, disabled INTEGER NOT NULL DEFAULT 0
     ) STRICT`,
    'CREATE TABLE IF NOT EXISTS attempts (name_hash TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL) STRICT',
    'CREATE TABLE IF NOT EXISTS invitations (token_hash TEXT PRIMARY KEY, person TEXT NOT NULL, purpose TEXT NOT NULL, ends_at INTEGER NOT NULL) STRICT',
    `CREATE TABLE IF NOT EXISTS sessions (
       id_hash TEXT PRIMARY KEY, handle TEXT NOT NULL UNIQUE, person TEXT NOT NULL, role TEXT NOT NULL,
       started_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL, ended TEXT
     ) STRICT`,
    'CREATE INDEX IF NOT EXISTS sessions_of ON sessions (person)',
    'CREATE TABLE IF NOT EXISTS tokens (secret_hash TEXT PRIMARY KEY, person TEXT NOT NULL, number INTEGER NOT NULL, expires_on TEXT NOT NULL, UNIQUE (person, number)) STRICT',
    'CREATE TABLE IF NOT EXISTS kept_forms (id TEXT PRIMARY KEY, person TEXT, path TEXT NOT NULL, words TEXT NOT NULL, kept_at INTEGER NOT NULL) STRICT',
    'CREATE TABLE revisions (of TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT',
    "INSERT INTO revisions VALUES ('accounts', 0)",
    'CREATE TABLE knocks (key_hash TEXT PRIMARY KEY, count INTEGER NOT NULL, until INTEGER NOT NULL) STRICT',
  ],
  postgres: [
    `CREATE TABLE {schema}.accounts (
       person text PRIMARY KEY, sign_in_name text, sign_in_key text UNIQUE, display_name text, passphrase text, disabled integer NOT NULL DEFAULT 0
     );
     CREATE TABLE {schema}.attempts (name_hash text PRIMARY KEY, failures integer NOT NULL, last_at bigint NOT NULL);
     CREATE TABLE {schema}.invitations (token_hash text PRIMARY KEY, person text NOT NULL, purpose text NOT NULL, ends_at bigint NOT NULL);
     CREATE TABLE {schema}.sessions (
       id_hash text PRIMARY KEY, handle text NOT NULL UNIQUE, person text NOT NULL, role text NOT NULL,
       started_at bigint NOT NULL, last_seen_at bigint NOT NULL, ended text
     );
     CREATE INDEX sessions_of ON {schema}.sessions (person);
     CREATE TABLE {schema}.tokens (secret_hash text PRIMARY KEY, person text NOT NULL, number integer NOT NULL, expires_on text COLLATE "C" NOT NULL, UNIQUE (person, number));
     CREATE TABLE {schema}.kept_forms (id text PRIMARY KEY, person text, path text NOT NULL, words text NOT NULL, kept_at bigint NOT NULL);
     CREATE TABLE {schema}.knocks (key_hash text PRIMARY KEY, count integer NOT NULL, until bigint NOT NULL);
     CREATE TABLE {schema}.revisions ("of" text PRIMARY KEY, number bigint NOT NULL);
     INSERT INTO {schema}.revisions VALUES ('accounts', 0);`,
  ],
};
