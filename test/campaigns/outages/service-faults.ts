import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { logSchema } from './cluster.js';
import type { Fault } from './fault.js';

const silentMs = 6_000;
/** Longer than an append waits for the head. */
const heldMs = 7_000;

export const postgresKilled: Fault = {
  name: 'kill -9 of PostgreSQL, started again',
  strike: async ({ postgres }) => {
    const at = performance.now();
    await postgres.kill9();
    await postgres.start();
    return { at, whom: 'PostgreSQL' };
  },
};

export const redisFlushed: Fault = {
  name: 'Redis loses everything it held',
  strike: async ({ redis }) => {
    const at = performance.now();
    await redis.flush();
    return { at, whom: 'Redis' };
  },
};

export const redisKilled: Fault = {
  name: 'kill -9 of Redis, started again after 3 s',
  strike: async ({ redis }) => {
    const at = performance.now();
    await redis.kill9();
    return { at, whom: 'Redis', mended: pause(3_000).then(() => redis.restart()) };
  },
};

/** Whoever appended does not know whether it is stored. It is not. */
export const cutBeforeCommit: Fault = {
  name: 'connection cut before an append is stored',
  strike: async ({ line }) => {
    await line.cutNextAppend('before');
    return { at: performance.now(), whom: 'an append' };
  },
};

/** Whoever appended does not know whether it is stored. It is. */
export const cutAfterCommit: Fault = {
  name: 'connection cut after an append is stored, before its answer',
  strike: async ({ line }) => {
    await line.cutNextAppend('after');
    return { at: performance.now(), whom: 'an append' };
  },
};

export const lineSilent: Fault = {
  name: 'the line to PostgreSQL is silent for 6 s, then every connection is lost (counted from then)',
  strike: async ({ line }) => {
    line.silence();
    await pause(silentMs);
    line.restore();
    return { at: performance.now(), whom: 'everybody' };
  },
};

/** An operator's session that locked the head of the log and was forgotten. */
export const headHeld: Fault = {
  name: 'an idle transaction holds the head of the log for 7 s (counted from its end)',
  strike: async ({ beside }) => {
    const client = new pg.Client({ connectionString: beside.settings.EVENT_STORE_URL });
    await client.connect();
    await client.query('BEGIN');
    await client.query(`SELECT * FROM ${logSchema}.head FOR UPDATE`);
    await pause(heldMs);
    await client.query('ROLLBACK');
    const at = performance.now();
    await client.end();
    return { at, whom: 'the head' };
  },
};

/** It keeps the server from forgetting old rows, and must keep nobody waiting. Ends with the server. */
export const transactionElsewhere: Fault = {
  name: 'a transaction stays open in another database, to the end of the run',
  strike: async ({ postgres }) => {
    const client = new pg.Client({ connectionString: await postgres.newDatabase() });
    client.on('error', () => undefined); // another fault kills it with its server
    await client.connect();
    await client.query('CREATE TABLE left_open (n int)');
    await client.query('BEGIN');
    const at = performance.now();
    await client.query('INSERT INTO left_open VALUES (1)');
    return { at, whom: 'another database' };
  },
};
