import { appendFunctions } from './append-functions.js';
import { readFunctions } from './read-functions.js';
import { receiveFunction } from './receive-function.js';

/**
 * The schema's tables and functions, version by version; {schema} stands for its name. A released step is never edited: later
 * versions add steps, and every step is run once, in order, in one transaction. Stored. `record` and `leaf` are the log; the
 * other columns only find them.
 */
export const steps: readonly string[] = [
  `
  CREATE TABLE {schema}.store_meta (
    key   text PRIMARY KEY,
    value text NOT NULL
  );

  -- The lock of the log: whoever holds this row counts positions. It is never rewritten, or an old snapshot anywhere in
  -- the database would make each append walk past all of its dead versions.
  CREATE TABLE {schema}.head (one boolean PRIMARY KEY CHECK (one));
  INSERT INTO {schema}.head VALUES (true);

  CREATE TABLE {schema}.events (
    position    bigint PRIMARY KEY,                              -- dense from 1: counted under the lock of the head
    stream      text COLLATE "C" NOT NULL,
    version     bigint NOT NULL CHECK (version > 0),
    id          uuid NOT NULL,
    type        text COLLATE "C" NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    record      text COLLATE "C" NOT NULL,                       -- the exact canonical JSON that was hashed
    leaf        bytea NOT NULL CHECK (octet_length(leaf) = 32),
    CONSTRAINT events_stream_version UNIQUE (stream, version),   -- also gives the head of a stream: there is no second list
    CONSTRAINT events_id UNIQUE (id)
  );

  CREATE FUNCTION {schema}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'events are append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
  END $$;

  CREATE TRIGGER events_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.events
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change();
  CREATE TRIGGER head_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.head
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change();
  ALTER TABLE {schema}.events ENABLE ALWAYS TRIGGER events_are_never_changed;
  ALTER TABLE {schema}.head ENABLE ALWAYS TRIGGER head_is_never_changed;
  `,
  appendFunctions,
  receiveFunction,
  readFunctions,
  // Who appends needs no right to the tables but to read them: the functions write, as their owner.
  'REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {schema} FROM PUBLIC',
];
