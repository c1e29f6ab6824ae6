import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../infra/bootstrap/places.js';

/** A server of its own, started as people start it, over a fresh data folder and on a free port. */
export interface RunningServer {
  readonly address: string;
  readonly process: ChildProcess;
  /** What it printed on the way: its address and what the roles do. */
  readonly greeting: string;
  stop(): Promise<void>;
}

const patienceMs = 30_000;

export async function startServer(words: readonly string[] = ['--demonstration'], environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tallystick-journey-'));
  const child = spawn(process.execPath, [join(root, 'dist', 'apps', 'server', 'main.js'), ...words], {
    env: { ...process.env, TALLYSTICK_DATA: folder, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  const until = Date.now() + patienceMs;
  while (!/ at http\S+/.test(said) || !said.endsWith('\n')) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`The server did not start: ${complained || said || 'it said nothing'}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const address = / at (http:\/\/[^\s]+)/.exec(said)?.[1] ?? '';
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  return { address, process: child, greeting: said, stop };
}
