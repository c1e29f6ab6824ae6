import { join } from 'node:path';
import type { ViewDeclaration } from '#kernel';
import { ViewStore } from '#platform/view-store';
import { openSqliteViews } from '#platform/view-store-sqlite';
import type { MeasuredLog } from './measured-log.js';
import { median } from './median.js';
import { percentile } from './percentile.js';
import { plansOf, type Noted, type Plan } from './plans.js';
import { answered, clocksAsked, questionsAsked, type AskedClock, type AskedQuestion } from './questions-asked.js';

/** How long a question takes in a log of a size, asked by a clock: medians over the rounds, in milliseconds. */
export interface ReadTimes {
  readonly question: string;
  readonly clock: string;
  readonly events: number;
  readonly p50: number;
  readonly p95: number;
}
export interface ReadReport {
  readonly rounds: number;
  readonly asked: number;
  readonly times: readonly ReadTimes[];
  /** Of the largest log: each statement that the questions made. */
  readonly plans: readonly Plan[];
}

interface Case {
  readonly views: ViewStore;
  readonly events: number;
  readonly question: AskedQuestion;
  readonly clock: AskedClock;
  readonly p50: number[];
  readonly p95: number[];
}

/** Round by round over all logs, questions and clocks, back and forth, so that whatever else the machine does meets all of them alike. */
export async function measureReads(logs: readonly MeasuredLog[], views: readonly ViewDeclaration[], { rounds, asked }: { readonly rounds: number; readonly asked: number }): Promise<ReadReport> {
  const opened: ViewStore[] = [];
  const noted: Noted[] = [];
  let asking: Pick<Noted, 'question' | 'clock'> | undefined;
  try {
    const cases: Case[] = [];
    for (const log of logs) {
      const database = await openSqliteViews({ file: join(log.folder, 'views.db'), onQuery: ({ sql, parameters }) => asking && noted.push({ ...asking, sql, parameters }) });
      const store = await ViewStore.open({ database, store: log.store, views });
      opened.push(store);
      for (const question of await questionsAsked(store)) {
        for (const clock of await clocksAsked(log)) cases.push({ views: store, events: log.events, question, clock, p50: [], p95: [] });
      }
    }
    for (const each of cases) {
      asking = each.events === logs.at(-1)?.events ? { question: each.question.name, clock: each.clock.name } : undefined;
      await askMany(each, 1, 0);
      asking = undefined;
      await askMany(each, Math.ceil(asked / 4), 0);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const each of round % 2 === 0 ? cases : cases.toReversed()) {
        const took = await askMany(each, asked, round * asked);
        each.p50.push(percentile(took, 0.5));
        each.p95.push(percentile(took, 0.95));
      }
    }
    const times = cases.map(({ question, clock, events, p50, p95 }) => ({ question: question.name, clock: clock.name, events, p50: median(p50), p95: median(p95) }));
    return { rounds, asked, times, plans: plansOf(join(logs.at(-1)?.folder ?? '', 'views.db'), noted) };
  } finally {
    for (const store of opened) await store.close();
  }
}

/** Milliseconds of each of so many, one after the other. */
async function askMany({ views, question: { question, input }, clock }: Case, count: number, from: number): Promise<readonly number[]> {
  const took: number[] = [];
  for (let n = from; n < from + count; n += 1) {
    const started = performance.now();
    await answered(views, question, input(n), clock.options);
    took.push(performance.now() - started);
  }
  return took;
}
