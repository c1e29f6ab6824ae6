import type { AsOf } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt } from '#platform/view-store';
import { wrongParameters } from './problem.js';

/** The two clocks of a question, as far as they were asked for. */
export interface Clocks {
  readonly knownAt?: { readonly position: number; readonly words: string };
  readonly asOf?: { readonly asOf: AsOf; readonly words: string };
}

/** Reads knownAt and asOf. Throws the problem "invalid-input". */
export async function readClocks({ knownAt, asOf }: { readonly knownAt?: string; readonly asOf?: string }, store: Pick<EventStore, 'head' | 'positionKnownAt'>): Promise<Clocks> {
  const [known, day] = await Promise.all([knownAt === undefined ? undefined : readKnownAt(knownAt, store), asOf === undefined ? undefined : readAsOf(asOf, store)]);
  const problems = [
    ...(known?.ok === false ? [{ field: 'knownAt', message: known.message }] : []),
    ...(day?.ok === false ? [{ field: 'asOf', message: day.message }] : []),
  ];
  if (problems.length > 0) throw wrongParameters(...problems);
  return {
    ...(known?.ok ? { knownAt: { position: known.position, words: known.words } } : {}),
    ...(day?.ok ? { asOf: { asOf: day.asOf, words: day.words } } : {}),
  };
}
