import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '#platform/event-store';
import type { Handle, JobKind, Jobs, JobStanding, JobState, Task } from '#platform/jobs';

const kind = (name: string, more: Partial<JobKind> = {}): JobKind => ({ name, summary: `Tests ${name}`, lane: 'short', tries: 3, firstWaitMilliseconds: 20, rememberedDays: 0, ...more });
/** Kinds that differ in what a test is about. */
export const testedKinds: readonly JobKind[] = [
  kind('plain'), kind('remembered', { rememberedDays: 1 }), kind('long', { lane: 'long', rememberedDays: 1 }), kind('stubborn', { tries: 5, firstWaitMilliseconds: 400 }),
];

/** A handler that a test holds by the hand: it waits for a word, and tells what it was given. */
export class Held {
  readonly begun: Task[] = [];
  readonly ended: string[] = [];
  atOnce = 0;
  most = 0;
  #open = Promise.withResolvers<void>();

  go(): void {
    this.#open.resolve();
  }

  readonly handle: Handle = async (_, task) => {
    this.begun.push(task);
    this.most = Math.max(this.most, (this.atOnce += 1));
    const stopped = new Promise<never>((__, refuse) => task.signal.addEventListener('abort', () => refuse(new Error('was stopped')), { once: true }));
    try {
      await Promise.race([this.#open.promise, stopped]);
      this.ended.push(task.key);
      return { said: `did ${task.key}` };
    } finally {
      this.atOnce -= 1;
    }
  };
}

/** The clock's time (ISO) and so many milliseconds more. */
export const shifted = (milliseconds: number): string => new Date(Date.parse(systemClock.now()) + milliseconds).toISOString();

export async function until<Found>(what: string, look: () => Promise<Found | undefined | false> | Found | undefined | false, milliseconds = 15_000): Promise<Found> {
  for (const end = performance.now() + milliseconds; ; await wait(10)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`It never came to this: ${what}`);
  }
}

export const standing = (jobs: Jobs, id: string, state: JobState): Promise<JobStanding> =>
  until(`${id} is ${state}`, async () => {
    const found = await jobs.find(id);
    return found?.state === state && found;
  });

/** The id of a job that is taken now. Throws when it is not. */
export async function taken(jobs: Jobs, kindName: string, key: string, input = {}): Promise<string> {
  const offered = await jobs.offer({ kind: kindName, key, input });
  if (offered.outcome !== 'taken') throw new Error(`${kindName} ${key} was not taken: ${JSON.stringify(offered)}`);
  return offered.id;
}
