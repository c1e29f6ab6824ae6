import { randomUUID } from 'node:crypto';
import { streamName, type AnyStream, type NewEvent, type ViewDeclaration } from '#kernel';
import type { EventStore } from '#platform/event-store';
import type { ViewStore } from '#platform/view-store';
import { type OpenedViews } from '../../platform/view-store/testing/opened-views.js';

/** What happened to one thing on a day; `recorded` (ISO) when it became known later. */
export interface Told {
  readonly of: AnyStream;
  readonly ref: string;
  readonly on: string;
  readonly events: readonly NewEvent[];
  readonly recorded?: string;
  readonly actor?: string;
}
export const told = (of: AnyStream, ref: string, on: string, ...events: NewEvent[]): Told => ({ of, ref, on, events });

/** Appends what is told and returns the last position. */
export async function tell(store: EventStore, history: readonly Told[]): Promise<number> {
  let position = 0;
  for (const { of, ref, on, events, recorded, actor = 'officer' } of history) {
    const result = await store.append({
      events: events.map(({ type, schema, data }) => ({ id: randomUUID(), stream: streamName(of, ref), type, schema, effectiveOn: on, meta: { actor: `person:${actor}`, role: 'programme-officer', command: 'Tell' }, data })),
      expects: [],
      recordedAt: recorded ?? `${on}T10:00:00.000Z`,
    });
    if (result.outcome !== 'stored') throw new Error(`Not stored: ${JSON.stringify(result)}`);
    position = result.last;
  }
  return position;
}

/**
 * Keeps views of a history in three ways: at once, in two batches with questions in between, and with everything
 * delivered a second time. All three must hold the same rows; returned is the first, to be asked.
 */
export async function kept(opened: OpenedViews, views: readonly ViewDeclaration[], history: readonly Told[]): Promise<{ readonly views: ViewStore; readonly store: EventStore }> {
  const store = opened.log();
  const inBatches = await opened.started({ store, views, file: opened.file('batches.db') });
  const half = Math.floor(history.length / 2);
  await tell(store, history.slice(0, half));
  if (!(await inBatches.caughtUp(5_000))) throw new Error(JSON.stringify(await inBatches.status()));
  await tell(store, history.slice(half));
  await inBatches.caughtUp(5_000);
  const repeating = { head: () => store.head(), subscribe: store.subscribe.bind(store), readAll: ({ after, limit }: { after: number; limit: number }) => store.readAll(limit === 1 ? { after, limit } : { after: Math.max(0, after - 7), limit: 10 }) };
  const repeated = await opened.started({ store: repeating, views, file: opened.file('repeated.db') });
  await repeated.caughtUp(5_000);
  const atOnce = await opened.started({ store, views });
  await atOnce.caughtUp(5_000);
  for (const { name } of views) {
    const digest = await atOnce.digest(name);
    expect({ name, ...(await inBatches.digest(name)) }).toEqual({ name, ...digest });
    expect({ name, ...(await repeated.digest(name)) }).toEqual({ name, ...digest });
  }
  expect((await atOnce.status()).views.filter(({ fault, absences, behind }) => fault || absences > 0 || behind > 0)).toEqual([]);
  return { views: atOnce, store };
}

/** The answer of a question that is answered. */
export function answerOf<Answer>(asked: { readonly outcome: 'answered'; readonly answer: Answer } | { readonly outcome: 'invalid'; readonly problems: readonly { readonly message: string }[] }): Answer {
  if (asked.outcome === 'invalid') throw new Error(asked.problems.map(({ message }) => message).join('; '));
  return asked.answer;
}
