import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pathOf } from '../require-service.js';
import { dyingWithUs } from './dying-with-us.js';
import { freePort } from './free-port.js';
import { account, makeCluster, serverFolder } from './postgres-cluster.js';
import { serverUser } from './postgres-programs.js';

/** Settings of the server beyond these, as in postgresql.conf. Flushes to disk are on, as wherever awards are kept. */
export type PostgresSettings = Readonly<Record<string, string | number>>;

const usual: PostgresSettings = { listen_addresses: '127.0.0.1', max_connections: 200, shared_buffers: '64MB', log_min_messages: 'warning' };

/** A PostgreSQL server of our own: its data, its port and its socket are nobody else's, and end with it. */
export async function startPostgres(settings: PostgresSettings = {}): Promise<PostgresServer> {
  const folder = await serverFolder();
  const server = pathOf('postgres');
  await makeCluster(server, join(folder, 'data'));
  const postgres = new PostgresServer(server, folder, { ...usual, ...settings });
  try {
    await postgres.start();
  } catch (fault) {
    await postgres.stop();
    throw fault;
  }
  return postgres;
}

export class PostgresServer {
  /** Holds the cluster in `data`, the socket, and what the server said in `log`. */
  readonly folder: string;
  readonly #server: string;
  readonly #settings: PostgresSettings;
  #process: ChildProcess | undefined;
  #port = 0;

  constructor(server: string, folder: string, settings: PostgresSettings) {
    this.#server = server;
    this.folder = folder;
    this.#settings = settings;
  }

  /** With the password of the account that may do everything. */
  address(database = 'postgres', { user, password }: { user: string; password: string } = account): string {
    return `postgres://${user}:${password}@127.0.0.1:${this.#port}/${database}`;
  }

  get port(): number {
    return this.#port;
  }

  /** The address of an empty database. */
  async newDatabase(): Promise<string> {
    const name = `t_${randomBytes(6).toString('hex')}`;
    await this.query(`CREATE DATABASE ${name}`);
    return this.address(name);
  }

  /** Asks something on a connection that is closed again. */
  async query(statement: string, address = this.address()): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** On the port that it had, or on a free one. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      if (this.#port === 0) this.#port = await freePort();
      try {
        return await this.#begin();
      } catch (fault) {
        if (attempt === 5) throw fault;
        if (String(fault).includes('Address already in use')) this.#port = 0;
        await sleep(100); // processes of a killed server may still hold its memory
      }
    }
  }

  /** Down as an operator does it, and up again on the same port. */
  async restart(): Promise<void> {
    await this.#end('SIGINT');
    await this.start();
  }

  /** As when the machine loses its power: the server and everything that works for it, at once. */
  async kill9(): Promise<void> {
    const pid = this.#process?.pid;
    if (pid === undefined) return;
    const gone = this.#end('SIGKILL');
    for (const worker of workersOf(pid)) killIfThere(worker);
    await gone;
  }

  /** For good, with all that it kept. */
  async stop(): Promise<void> {
    await this.#end('SIGQUIT');
    await rm(this.folder, { recursive: true, force: true });
  }

  async #begin(): Promise<void> {
    const settings = Object.entries({ ...this.#settings, port: this.#port, unix_socket_directories: this.folder });
    const said = join(this.folder, 'log');
    const log = openSync(said, 'a');
    const command = [this.#server, '-D', join(this.folder, 'data'), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    const [program = '', ...args] = [...goingDownWithUs(), ...command];
    const child = spawn(program, args, { ...(goingDownWithUs().length > 0 ? {} : serverUser()), cwd: this.folder, stdio: ['ignore', log, log] });
    closeSync(log);
    this.#process = child;
    for (;;) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`PostgreSQL did not start: ${(await readFile(said, 'utf8')).slice(-2_000)}`);
      if (await this.#answers()) return;
      await sleep(20);
    }
  }

  async #answers(): Promise<boolean> {
    return this.query('SELECT 1').then(() => true, () => false);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

/** Its user is changed by the same program: the wish to die with us would be lost when another changed it. */
function goingDownWithUs(): readonly string[] {
  const { uid, gid } = serverUser();
  return dyingWithUs('QUIT', process.getuid?.() === 0 ? [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'] : []);
}

/** Asked before the server is gone, or nobody knows any more whose they were. */
function workersOf(pid: number): number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).split('\n').filter(Boolean).map(Number);
  } catch (fault) {
    if ((fault as { status?: number }).status === 1) return []; // none
    throw fault;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
  }
}
