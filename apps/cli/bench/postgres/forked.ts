import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a process of its own got done. */
export interface Done {
  readonly commands: number;
  readonly milliseconds: number;
}

/** A process of its own: it makes itself ready for what it is asked, and at each word tells what it got done. */
export class Forked<Told = Done> {
  readonly #child: ChildProcess;
  readonly #gone: Promise<never>;
  readonly #ready: Promise<unknown>;

  /** `runWith`: what Node itself is told, such as how to read our sources as they stand. */
  constructor(file: string, asked: object, runWith: readonly string[] = []) {
    this.#child = fork(file, { execArgv: [...runWith], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#gone = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${String(code)} before it was done`);
    });
    void Promise.allSettled([this.#gone]); // told to whoever waits for an answer
    this.#ready = this.#said(); // listened for from the start: it may be ready before anybody asks
    void Promise.allSettled([this.#ready]);
    this.#child.send(asked);
  }

  async ready(): Promise<void> {
    await this.#ready;
  }

  async go(): Promise<Told> {
    this.#child.send('go');
    return (await this.#said()) as Told;
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

/**
 * How many commands a second each crew of processes gets done together, round by round and one crew after the other, so that whatever
 * else the machine does meets all of them. They live through all rounds, as servers do: what is measured is not how fast they warm up.
 */
export async function inTurns(starts: readonly (() => readonly Forked[])[], rounds: number): Promise<readonly (readonly number[])[]> {
  const crews: (readonly Forked[])[] = [];
  try {
    for (const start of starts) {
      const crew = start();
      crews.push(crew);
      await Promise.all(crew.map((each) => each.ready()));
    }
    const measured: number[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const figures: number[] = [];
      for (const crew of crews) figures.push(await perSecond(crew));
      measured.push(figures);
    }
    return measured;
  } finally {
    for (const each of crews.flat()) each.end();
  }
}

async function perSecond(crew: readonly Forked[]): Promise<number> {
  const done = await Promise.all(crew.map((each) => each.go()));
  return done.reduce((sum, { commands, milliseconds }) => sum + (commands / milliseconds) * 1_000, 0);
}
