import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { pathOf } from '../require-service.js';
import { dyingWithUs } from './dying-with-us.js';
import { freePort } from './free-port.js';

export interface TestRedis {
  readonly address: string;
  /** Ends it without a word; what was on disk stays for `restart`. */
  kill9(): Promise<void>;
  /** Starts it again on the same port with what was on disk, ending it as an operator would if it runs. */
  restart(): Promise<void>;
  /** Answers nobody and refuses nobody, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Everything in it is gone. */
  flush(): Promise<void>;
  /** For good: its folder goes too. */
  stop(): Promise<void>;
}

/** A Redis of its own for a suite: a free loopback port, a temporary folder, appends flushed with every write. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'tallystick-redis-'));
  const port = await freePort();
  const address = `redis://127.0.0.1:${port}`;
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--appendfsync', 'always', '--save', '', '--maxmemory-policy', 'noeviction'];
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const [program = '', ...words] = [...dyingWithUs('KILL'), pathOf('redis'), ...settings];
    const started = spawn(program, words, { stdio: 'ignore' });
    child = started;
    await answering(address, started);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending?.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    await ended;
  };
  await start();
  return {
    address,
    kill9: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM');
      await start();
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    flush: () => asking(address, async (redis) => void (await redis.flushall())),
    stop: async () => {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function asking(address: string, ask: (redis: Redis) => Promise<void>): Promise<void> {
  const redis = new Redis(address, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => undefined); // each question says itself that it failed
  try {
    await redis.connect();
    await ask(redis);
  } finally {
    redis.disconnect();
  }
}

/** Reads what is on disk first: until then it answers that it is loading. */
async function answering(address: string, child: ChildProcess): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode} before it answered at ${address}`);
    try {
      return await asking(address, async (redis) => void (await redis.ping()));
    } catch (fault) {
      if (turn > 500) throw fault;
      await wait(20);
    }
  }
}
