import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dyingWithUs } from './servers/dying-with-us.js';

const runner = new URL('./run-decorated.mjs', import.meta.url).href;

/**
 * Another process that runs one of our scripts, sources as they stand, and says a line of JSON for each thing that was
 * done. It says them into a file: a pipe that nobody empties in time would refuse a line (EAGAIN) or keep the process waiting.
 */
export class SourceProcess<Line> {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #saidIn: string;
  #complaints = '';

  constructor(saidIn: string, script: URL, ...args: readonly string[]) {
    this.#saidIn = saidIn;
    const file = fileURLToPath(script);
    const said = openSync(saidIn, 'ax');
    const [program = '', ...words] = [...dyingWithUs('KILL'), process.execPath, '--disable-warning=ExperimentalWarning', '--import', runner, file, ...args];
    this.#child = spawn(program, words, { stdio: ['pipe', said, 'pipe'] });
    closeSync(said);
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#complaints += chunk.toString()));
    this.#ended = once(this.#child, 'close');
  }

  /** Once it has said its first line. */
  async hasBegun(): Promise<void> {
    while (this.lines().length === 0) {
      if (this.#child.exitCode !== null) throw new Error(`The process did not begin: ${this.#complaints}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** Lets a process that waits for a word go on. */
  go(): void {
    this.#child.stdin?.end('go\n');
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** Tells it to stop, as an operator does, and returns the code that it ended with. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    await this.#ended;
    return this.#child.exitCode;
  }

  async finished(): Promise<void> {
    await this.#ended;
    if (this.#child.exitCode !== 0) throw new Error(`The process failed: ${this.#complaints}`);
  }

  /** Whole lines only: the last one may have been cut by a kill. */
  lines(): Line[] {
    return readFileSync(this.#saidIn, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line) as Line);
  }
}
