import { setTimeout as wait } from 'node:timers/promises';
import { JobsAway } from '#platform/jobs';

/** No question to the queue takes longer, whatever happens to the network: a page or a duty goes on without it. */
const patienceMilliseconds = 3_000;

/** Whether the queue answers. It is asked again each time, so that it comes back by itself. */
export class Reach {
  #trouble: string | undefined;

  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Throws JobsAway when there is no answer in time. */
  async asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const enough = new AbortController();
    const late = wait(patienceMilliseconds, undefined, { signal: enough.signal }).then(
      () => Promise.reject(new Error(`no answer within ${patienceMilliseconds / 1_000} s`)),
      () => new Promise<never>(() => undefined), // aborted: the answer came first
    );
    try {
      const answer = await Promise.race([ask(), late]);
      this.#trouble = undefined;
      return answer;
    } catch (cause) {
      this.lost(cause);
      throw new JobsAway(this.#trouble, { cause });
    } finally {
      enough.abort();
    }
  }

  lost(cause: unknown): void {
    const because = cause instanceof Error ? cause.message || cause.name : String(cause);
    this.#trouble = `Redis is out of reach (${because}). What is due is derived from the log and offered again; check REDIS_URL and the server behind it`;
  }

  found(): void {
    this.#trouble = undefined;
  }
}
