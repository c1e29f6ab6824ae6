import Database from 'better-sqlite3';
import type { Query } from '#platform/view-store';

/** A statement of a question, and how SQLite goes about it. */
export interface Plan {
  readonly question: string;
  readonly clock: string;
  readonly sql: string;
  readonly steps: readonly string[];
  /** Tables that are gone through from end to end. */
  readonly fullScans: readonly string[];
}

/**
 * Steps that go through a table without an index. Not one: an index that is walked in its order up to a limit, nor a list that
 * the question itself brings, with a name or without, whose own steps are judged where it is made.
 */
export function fullScansIn(steps: readonly string[]): readonly string[] {
  const brought = new Set(steps.flatMap((step) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(step)?.[1] ?? []));
  return steps.filter((step) => /^SCAN (?!CONSTANT ROW|\d+ CONSTANT ROWS|\(|\S+ VIRTUAL TABLE |.* USING (COVERING )?INDEX )/.test(step) && !brought.has(step.slice('SCAN '.length)));
}

export interface Noted extends Pick<Query, 'sql' | 'parameters'> {
  readonly question: string;
  readonly clock: string;
}

/** Asks SQLite how it would run each of the statements that questions made; the same statement once for each of them. */
export function plansOf(file: string, noted: readonly Noted[]): readonly Plan[] {
  const db = new Database(file, { readonly: true });
  try {
    const distinct = new Map(noted.map((each) => [`${each.question} ${each.clock} ${each.sql}`, each]));
    return [...distinct.values()].filter(({ sql }) => /^\s*(select|with)\b/i.test(sql)).map(({ question, clock, sql, parameters }) => {
      const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters).map(({ detail }) => detail);
      return { question, clock, sql, steps, fullScans: fullScansIn(steps) };
    });
  } finally {
    db.close();
  }
}
