import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const runner = new URL('./run-typescript.mjs', import.meta.url).href;
const script = fileURLToPath(new URL('./appender.ts', import.meta.url));

export interface Acknowledged {
  readonly first: number;
  readonly ids: readonly string[];
}

/** Another process that appends to a log, and what it was told is stored. */
export class AppendingProcess {
  readonly child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #said = '';
  #complaints = '';

  /** `where` is the log's file, or the address of a server. */
  constructor(where: string, { callers = 16, milliseconds = 60_000, checkpointPages = 1_000 } = {}) {
    const args = ['--disable-warning=ExperimentalWarning', '--import', runner, script, where, String(callers), String(milliseconds), String(checkpointPages)];
    this.child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.#complaints += chunk.toString()));
    this.#ended = once(this.child, 'close');
  }

  /** Once it has something to lose. */
  async hasBegun(): Promise<void> {
    while (!this.#said.includes('\n')) {
      if (this.child.exitCode !== null) throw new Error(`The appending process did not begin: ${this.#complaints}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#ended;
  }

  async finished(): Promise<void> {
    await this.#ended;
    if (this.child.exitCode !== 0) throw new Error(`The appending process failed: ${this.#complaints}`);
  }

  /** Whole lines only: the last one may have been cut by the kill. */
  acknowledged(): Acknowledged[] {
    return this.#said.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Acknowledged);
  }
}
