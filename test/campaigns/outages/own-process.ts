import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../../infra/bootstrap/places.js';
import { dyingWithUs } from '../../support/servers/dying-with-us.js';

export interface ProcessParts {
  /** As it is called in the report: "server 1". */
  readonly name: string;
  /** What Node is started with: its own options, the built script, and words for it. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Takes everything that it says. */
  readonly saidIn: string;
  /** What it says once it is there. */
  readonly ready: RegExp;
}

const patienceMs = 60_000;
const againMs = 500;

/** One of our programs as operators run it, which is started again when it dies. */
export class OwnProcess {
  readonly #parts: ProcessParts;
  #child: ChildProcess | undefined;
  /** How much it had said when it was started last. */
  #saidBefore = 0;
  /** When it ended although nobody wanted it to: its last words. A supervisor starts it again, so that the rest goes on. */
  readonly falls: string[] = [];

  constructor(parts: ProcessParts) {
    this.#parts = parts;
  }

  get name(): string {
    return this.#parts.name;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Everything that it said since it was started last. */
  get said(): string {
    return existsSync(this.#parts.saidIn) ? readFileSync(this.#parts.saidIn, 'utf8').slice(this.#saidBefore) : '';
  }

  /** Resolves when it is ready. `more` is given to Node before everything else, for this start alone. */
  async start(more: readonly string[] = []): Promise<void> {
    const child = this.begin(more);
    await this.isReady(() => child.exitCode !== null || child.signalCode !== null);
  }

  /** Resolves when it is ready, after however many falls. Throws when it has ended for good. */
  async isReady(hasEnded = (): boolean => this.#child === undefined): Promise<void> {
    for (const until = performance.now() + patienceMs; !this.#parts.ready.test(this.said); await pause(20)) {
      if (hasEnded()) throw new Error(this.falls.at(-1) ?? `The ${this.name} was ended before it was ready`);
      if (performance.now() > until) throw new Error(`The ${this.name} was not ready within ${patienceMs / 1_000} s: ${this.said.slice(-2_000)}`);
    }
  }

  /** Starts it without waiting for it. */
  begin(more: readonly string[] = []): ChildProcess {
    const { words, environment, saidIn } = this.#parts;
    this.#saidBefore = existsSync(saidIn) ? readFileSync(saidIn, 'utf8').length : 0;
    const said = openSync(saidIn, 'a');
    const [program = '', ...args] = [...dyingWithUs('KILL'), process.execPath, '--disable-warning=ExperimentalWarning', ...more, ...words];
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', said, said] });
    closeSync(said);
    this.#child = child;
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.falls.push(`The ${this.name} ended of itself: ${this.said.slice(-2_000)}`);
      setTimeout(() => void (this.#child === child && this.begin()), againMs);
    });
    return child;
  }

  kill9(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Asks it to end, as a rolling upgrade does; resolves when it has. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Keeps it from running without its knowing, as a machine that is starved or moved does. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const impatient = setTimeout(() => {
      this.falls.push(`The ${this.name} did not end within ${patienceMs / 1_000} s of ${signal}`);
      child.kill('SIGKILL');
    }, patienceMs);
    await ended;
    clearTimeout(impatient);
  }
}
