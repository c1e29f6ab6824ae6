import { account, awardPage, awards, trialBalance } from '#views';
import { readAsOf, type AnyQuestion, type AskOptions, type ViewStore } from '#platform/view-store';
import type { MeasuredLog } from './measured-log.js';

/** A question that pages are made of, and what it is asked about the n-th time. */
export interface AskedQuestion {
  readonly name: string;
  readonly question: AnyQuestion;
  input(n: number): object;
}

/** A clock that a question is asked by. */
export interface AskedClock {
  readonly name: string;
  readonly options: AskOptions;
}

const atOnce = { waitMilliseconds: 0 };

/** The award page, a list of a hundred, and two questions of the ledger; awards are taken from all over the log. */
export async function questionsAsked(views: ViewStore): Promise<readonly AskedQuestion[]> {
  const known = await references(views);
  const of = (n: number): string => known[(n * 7_919) % known.length] ?? '';
  return [
    { name: 'award page', question: awardPage, input: (n) => ({ award: of(n) }) },
    { name: 'list of 100', question: awards, input: () => ({ size: 100 }) },
    { name: 'trial balance', question: trialBalance, input: () => ({}) },
    { name: 'account of an award', question: account, input: (n) => ({ account: 'B:Spent', about: of(n) }) },
  ];
}

/** Now, as known half-way through the log, and as of the day on which that was recorded. */
export async function clocksAsked({ store, events }: Pick<MeasuredLog, 'store' | 'events'>): Promise<readonly AskedClock[]> {
  const half = Math.floor(events / 2);
  const [event] = (await store.readAll({ after: half - 1, limit: 1 })).events;
  const day = await readAsOf(event?.recordedAt.slice(0, 10) ?? '', store);
  if (!day.ok) throw new Error(day.message);
  return [
    { name: 'now', options: atOnce },
    { name: 'as known', options: { ...atOnce, knownAt: half } },
    { name: 'as of a day', options: { ...atOnce, asOf: day.asOf } },
  ];
}

/** Awards from the first, the middle and the last pages of the register. */
async function references(views: ViewStore): Promise<readonly string[]> {
  const size = 100;
  const found: string[] = [];
  const { position: head } = await answered(views, awards, { size });
  for (const knownAt of [head, Math.floor(head / 2), Math.floor(head / 4)]) {
    const { answer } = await answered(views, awards, { size: 50_000 }, { knownAt });
    const { rows } = answer as { readonly rows: readonly { readonly reference: string }[] };
    found.push(...rows.slice(-size).map(({ reference }) => reference));
  }
  return [...new Set(found)];
}

export async function answered(views: ViewStore, question: AnyQuestion, input: object, options: AskOptions = {}) {
  const asked = await views.ask(question, input, options);
  if (asked.outcome === 'invalid') throw new Error(`${question.name} was not answered: ${JSON.stringify(asked.problems)}`);
  return asked;
}
