import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a process of its own got done. */
export interface Done {
  readonly commands: number;
  readonly milliseconds: number;
}

/** A process of its own: it makes itself ready for what it is asked, waits for the word, and tells what it got done. */
export class Forked {
  readonly #child: ChildProcess;
  readonly #gone: Promise<never>;

  /** `runWith`: what Node itself is told, such as how to read our sources as they stand. */
  constructor(file: string, asked: object, runWith: readonly string[] = []) {
    this.#child = fork(file, { execArgv: [...runWith], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#gone = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${String(code)} before it was done`);
    });
    void Promise.allSettled([this.#gone]); // told to whoever waits for an answer
    this.#child.send(asked);
  }

  async ready(): Promise<void> {
    await this.#said();
  }

  async go(): Promise<Done> {
    this.#child.send('go');
    return (await this.#said()) as Done;
  }

  end(): void {
    this.#child.kill();
  }

  /** Without a word, as a machine that loses its power would. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async #said(): Promise<unknown> {
    const [said] = (await Promise.race([once(this.#child, 'message'), this.#gone])) as [unknown];
    return said;
  }
}

/** How many commands processes get done a second together, from one word on. */
export async function together(processes: readonly Forked[]): Promise<number> {
  try {
    await Promise.all(processes.map((each) => each.ready()));
    const done = await Promise.all(processes.map((each) => each.go()));
    return done.reduce((sum, { commands, milliseconds }) => sum + (commands / milliseconds) * 1_000, 0);
  } finally {
    for (const each of processes) each.end();
  }
}
