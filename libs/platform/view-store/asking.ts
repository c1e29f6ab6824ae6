import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { readInput, type AsOf, type Problem, type QuestionDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import { asKnown, type KnownTable } from './as-known.js';
import { tableOf } from './build.js';
import type { BuildRow, Registry } from './registry.js';
import type { Query } from './view-store-options.js';

/** Any question, its database folded away. */
export type AnyQuestion<Input extends object = object, Answer = unknown> = QuestionDeclaration<Input, Answer, never>;

/** What came of asking. `position` is the place in the log that the answer stands for. */
export type Asked<Answer> =
  | { readonly outcome: 'answered'; readonly answer: Answer; readonly position: Position }
  | { readonly outcome: 'invalid'; readonly problems: readonly Problem[] };

/** A view that cannot answer: it was stopped by an event, or was never made. */
export class ViewUnavailable extends Error {
  override readonly name = 'ViewUnavailable';
}

/** Asks questions over a connection that only reads, each in one snapshot. */
export class Questions {
  readonly #kysely: Kysely<unknown>;
  readonly #serving: Registry['serving'];

  /** `registry` must read through the same connection, so that it sees each question's snapshot. */
  constructor(db: Database.Database, registry: Registry, onQuery?: (query: Query) => void) {
    this.#kysely = new Kysely<unknown>({
      dialect: new SqliteDialect({ database: db }),
      ...(onQuery ? { log: ({ query: { sql, parameters }, queryDurationMillis }) => onQuery({ sql, parameters, milliseconds: queryDurationMillis }) } : {}),
    });
    this.#serving = (view) => registry.serving(view);
  }

  /**
   * Reads the input and asks. Without `knownAt` the answer is what the views know now: the position of the one that is
   * furthest behind, so that figures of several views belong together. `asOf` narrows it to what took effect by a day.
   */
  async ask<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, raw: unknown, knownAt?: Position, asOf?: AsOf): Promise<Asked<Answer>> {
    const reading = readInput(question.input, raw);
    if (!reading.ok) return { outcome: 'invalid', problems: reading.problems };
    if (asOf && !question.takesAsOf) return { outcome: 'invalid', problems: [{ field: 'as-of', message: `"${question.name}" does not know days of effect. Leave as-of out, or ask what was known on a day with known-at` }] };
    return this.#kysely.transaction().execute(async (snapshot) => {
      const builds = question.from.map((view) => ({ view, build: this.#mustServe(view) }));
      const reached = Math.min(...builds.map(({ build }) => build.position));
      const position = knownAt ?? reached;
      if (position > reached) throw new ViewUnavailable(`"${question.name}" is asked at @${position}, but its views have only come to @${reached}: wait for them`);
      const tables = new Map<string, KnownTable>();
      for (const { view, build } of builds) {
        for (const [name, { keep }] of Object.entries(view.tables)) {
          if (tables.has(name)) throw new Error(`"${question.name}" reads two tables called ${name}: give one of them another name`);
          tables.set(name, { physical: tableOf(build, name), keep, isNow: build.position === position });
        }
      }
      const answer = await question.ask(snapshot.withPlugin(asKnown(tables, position)) as never, reading.value, { position, ...(asOf ? { asOf } : {}) });
      return { outcome: 'answered', answer, position };
    });
  }

  async close(): Promise<void> {
    await this.#kysely.destroy();
  }

  #mustServe(view: AnyQuestion['from'][number]): BuildRow {
    const build = this.#serving(view);
    if (!build) throw new ViewUnavailable(`The view ${view.name} has not been made yet. Start the worker, or run: tally rebuild ${view.name}`);
    return build;
  }
}
