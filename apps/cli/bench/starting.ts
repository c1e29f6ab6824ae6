import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { MeasuredLog } from './measured-log.js';
import { median } from './median.js';

/** What starting the server on a log of a size takes, and what it holds while nobody asks anything. */
export interface Started {
  readonly events: number;
  /** From the start of the process to its first answer. */
  readonly milliseconds: number;
  /** Resident memory after a while, in bytes; left out where the system does not tell. */
  readonly idleBytes?: number;
}

const rounds = 3;
const patience = 120_000;

/** Starts the built server in a process of its own, some times over, on a log whose views are made. */
export async function measureStart({ folder, events }: Pick<MeasuredLog, 'folder' | 'events'>, server: string, idleMilliseconds: number): Promise<Started> {
  const measured: Omit<Started, 'events'>[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await startOnce(folder, server, idleMilliseconds));
  const bytes = measured.flatMap(({ idleBytes }) => idleBytes ?? []);
  return { events, milliseconds: median(measured.map(({ milliseconds }) => milliseconds)), ...(bytes.length > 0 ? { idleBytes: median(bytes) } : {}) };
}

async function startOnce(folder: string, server: string, idleMilliseconds: number): Promise<Omit<Started, 'events'>> {
  const started = performance.now();
  const child = spawn(process.execPath, [server], { env: { ...process.env, TALLYSTICK_DATA: folder, PORT: '0', LOG_LEVEL: 'silent' }, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const address = await addressOf(child);
    const { status } = await fetch(`${address}/health`);
    if (status !== 200) throw new Error(`The server answered its first request with ${status}`);
    const milliseconds = performance.now() - started;
    await wait(idleMilliseconds);
    const idleBytes = residentBytes(child.pid);
    return { milliseconds, ...(idleBytes === undefined ? {} : { idleBytes }) };
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
}

/** The address that the server prints once it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
    const [address] = /http:\/\/[\w.:[\]]+/.exec(said) ?? [];
    if (address !== undefined) resolve(address);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened:\n${said}`)));
  const timer = setTimeout(() => reject(new Error(`The server did not listen within ${patience / 1_000} s:\n${said}`)), patience);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

/** As Linux tells it. */
function residentBytes(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return undefined;
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8')) ?? [];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1_024;
}
