import type { ViewStore } from '#platform/view-store';
import type { Fault } from './fault.js';
import type { Load } from './load.js';
import type { LogWitness, Verdict } from './log-witness.js';
import type { Site } from './site.js';

/** One fault, and what came of it. Times are milliseconds from the blow, or from its end where it lasts. */
export interface Round extends Verdict {
  readonly fault: string;
  readonly whom: string;
  /** Until every process ran again. */
  readonly mendedMs: number;
  /** Until something was acknowledged that was asked for after the blow. */
  readonly nextMs: number;
  /** Until every view stood where the log stood when that was acknowledged. */
  readonly viewsMs: number;
  /** The longest that anybody who asked in this round had to wait for an answer. */
  readonly slowestMs: number;
  /** Until every caller had an answer to something that they asked for after the blow. */
  readonly everybodyMs: number;
  /** How many answers had to be asked for more than once. */
  readonly sentAgain: number;
}

export interface Watch {
  readonly load: Load;
  readonly witness: LogWitness;
  readonly views: ViewStore;
}

const patienceMs = 120_000;

/** Strikes, waits until everything stands again, and asks the log about every answer of that time. */
export async function playRound<Running extends Site>(fault: Fault<Running>, site: Running, watch: Watch): Promise<Round> {
  const { load, witness } = watch;
  const before = load.answers.length;
  const { at, whom, mended = Promise.resolve() } = await fault.strike(site, load);
  const [mendedAt, doneAt, everybodyAt, viewsAt] = await Promise.all([mended.then(() => performance.now()), load.doneSince(at), load.everybodyServedSince(at), viewsBack(fault.name, at, watch)]);
  const answers = load.answers.slice(before);
  return {
    ...(await witness.judge(answers)), fault: fault.name, whom,
    mendedMs: mendedAt - at,
    nextMs: doneAt - at,
    viewsMs: viewsAt - at,
    everybodyMs: everybodyAt - at,
    slowestMs: Math.max(...answers.map(({ askedAt, answeredAt }) => answeredAt - askedAt)),
    sentAgain: answers.filter(({ sent }) => sent > 1).length,
  };
}

/** When the views were again where the log was when something was first done. */
async function viewsBack(fault: string, at: number, { load, witness, views }: Watch): Promise<number> {
  await load.doneSince(at);
  const head = await witness.head();
  if (await views.waitFor(head, patienceMs)) return performance.now();
  const behind = (await views.status()).views.filter((view) => view.position < head);
  throw new Error(`After "${fault}" the views did not come to @${head} within ${patienceMs / 1_000} s: ${JSON.stringify(behind)}`);
}
