import { HandleEmptyInListsPlugin, replaceWithNoncontingentExpression, type Kysely } from 'kysely';
import { readInput, type AsOf, type Problem, type QuestionDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import { asKnown, type KnownTable } from './as-known.js';
import type { Books } from './books.js';
import { tableOf } from './build.js';
import { buildsIn, servingIn } from './registry.js';
import type { ViewDatabase } from './view-database.js';
import { ViewUnavailable } from './view-unavailable.js';

/** Any question, its database folded away. */
export type AnyQuestion<Input extends object = object, Answer = unknown> = QuestionDeclaration<Input, Answer, never>;

/** What came of asking. `position` is the place in the log that the answer stands for. */
export type Asked<Answer> =
  | { readonly outcome: 'answered'; readonly answer: Answer; readonly position: Position }
  | { readonly outcome: 'invalid'; readonly problems: readonly Problem[] };

export interface AskedWhen {
  /** Left out: what the views know now, the position of the one that is furthest behind, so that figures of several views belong together. */
  readonly knownAt?: Position | undefined;
  /** Narrows it to what took effect by a day. */
  readonly asOf?: AsOf | undefined;
  /** Where the views must have come to. Where they have not, nothing is asked: `behind`. */
  readonly atLeast?: Position;
}

/** Nothing is among no things, in every database: PostgreSQL by itself takes `in ()` for a mistake in the statement. */
const emptyLists = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression });

/** A build that is dropped while it is being asked is asked again: another has taken its place. */
const tries = 3;

/** Reads the input and asks, in one snapshot. */
export async function askIn<Input extends object, Answer>(
  database: ViewDatabase, question: AnyQuestion<Input, Answer>, raw: unknown, when: AskedWhen,
): Promise<Asked<Answer> | { readonly outcome: 'behind' }> {
  const reading = readInput(question.input, raw);
  if (!reading.ok) return { outcome: 'invalid', problems: reading.problems };
  if (when.asOf && !question.takesAsOf) return { outcome: 'invalid', problems: [{ field: 'as-of', message: `"${question.name}" does not know days of effect. Leave as-of out, or ask what was known on a day with known-at` }] };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.snapshot((snapshot) => answerIn(snapshot, question, reading.value, when));
    } catch (error) {
      if (attempt === tries || database.failureOf(error) !== 'gone') throw error;
    }
  }
}

async function answerIn<Input extends object, Answer>(
  snapshot: Kysely<Books>, question: AnyQuestion<Input, Answer>, input: Input, { knownAt, asOf, atLeast = 0 }: AskedWhen,
): Promise<Asked<Answer> | { readonly outcome: 'behind' }> {
  const known = await buildsIn(snapshot, question.from.map(({ name }) => name));
  const builds = question.from.map((view) => ({ view, build: servingIn(known, view) }));
  const reached = Math.min(...builds.map(({ build }) => build?.position ?? 0));
  if (reached < atLeast) return { outcome: 'behind' };
  const position = knownAt ?? reached;
  if (position > reached) throw new ViewUnavailable(`"${question.name}" is asked at @${position}, but its views have only come to @${reached}: wait for them`);
  const tables = new Map<string, KnownTable>();
  for (const { view, build } of builds) {
    if (!build) throw new ViewUnavailable(`The view ${view.name} has not been made yet. Start the worker, or run: tally rebuild ${view.name}`);
    for (const [name, { keep }] of Object.entries(view.tables)) {
      if (tables.has(name)) throw new Error(`"${question.name}" reads two tables called ${name}: give one of them another name`);
      tables.set(name, { physical: tableOf(build, name), keep, isNow: build.position === position });
    }
  }
  const answer = await question.ask(snapshot.withPlugin(emptyLists).withPlugin(asKnown(tables, position)) as never, input, { position, ...(asOf ? { asOf } : {}) });
  return { outcome: 'answered', answer, position };
}
