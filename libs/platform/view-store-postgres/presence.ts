import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** After the connection was lost, how long until the next try. */
const retryMilliseconds = 500;

/**
 * A connection of its own by which a process is there: over it come the hints that views have moved, and as long as its
 * backend lives, others know that we do. A process that is killed loses it at once, and nobody waits for its lease to end.
 */
export class Presence {
  readonly #listeners = new Set<() => void>();
  #client: pg.Client | undefined;
  #me: string | undefined;
  #isClosed = false;
  #connecting: Promise<void> | undefined;

  constructor(
    private readonly config: pg.ClientConfig,
    private readonly channel: string,
  ) {}

  hear(moved: () => void): () => void {
    this.#listeners.add(moved);
    void this.#stay();
    return () => this.#listeners.delete(moved);
  }

  /** `<pid of our backend> <when it started> <ours>`. Rejects while the server is out of reach. */
  async signIn(): Promise<string> {
    if (this.#me === undefined) await this.#connect();
    if (this.#me === undefined) throw new Error('PostgreSQL is out of reach: who runs which view is not known');
    return this.#me;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#listeners.clear();
    await Promise.allSettled([this.#connecting]); // whether it came about is nobody's concern any more
    await this.#client?.end();
  }

  /** Hints are only hints: whoever waits looks for themselves too, so a lost connection is tried again in the background. */
  async #stay(): Promise<void> {
    while (!this.#isClosed && this.#client === undefined && this.#listeners.size > 0) {
      const isThere = await this.#connect().then(() => true, () => false);
      if (!isThere) await wait(retryMilliseconds, undefined, { ref: false });
    }
  }

  #connect(): Promise<void> {
    this.#connecting ??= this.#begin().finally(() => (this.#connecting = undefined));
    return this.#connecting;
  }

  async #begin(): Promise<void> {
    if (this.#client !== undefined || this.#isClosed) return;
    const client = new pg.Client(this.config);
    const lost = (): void => {
      if (this.#client !== client) return;
      [this.#client, this.#me] = [undefined, undefined];
      if (!this.#isClosed) void this.#stay();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => {
      for (const moved of this.#listeners) moved();
    });
    await client.connect();
    const { rows: [backend] } = await client.query<{ me: string }>(`SELECT ${backendOf('pg_backend_pid()')} AS me FROM pg_stat_get_activity(pg_backend_pid())`);
    await client.query(`LISTEN ${pg.escapeIdentifier(this.channel)}`);
    [this.#client, this.#me] = [client, `${backend?.me ?? '0 0'} ${randomUUID()}`];
  }
}

/** A backend, told apart from a later one with the same number. */
const backendOf = (pid: string): string => `${pid} || ' ' || extract(epoch FROM backend_start)`;

/** Whether a process that signed in has lost its backend. When another role's backend was started is hidden from us: it may well be that one. */
export async function isBackendGone(pool: pg.Pool, worker: string): Promise<boolean> {
  const isIt = '(backend_start IS NULL OR extract(epoch FROM backend_start)::text = $2)';
  const { rows } = await pool.query(`SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND ${isIt}`, worker.split(' ').slice(0, 2));
  return rows.length === 0;
}
