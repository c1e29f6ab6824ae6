import { fact, type ReadFact } from './command.js';
import { streamName, type EventSet, type StreamDeclaration } from './stream.js';

/** A folded stream at a version; version 0 is the state before anything happened. */
export interface Folded<State> {
  readonly version: number;
  readonly state: State;
}
export type Fold = <Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string) => Promise<Folded<State>>;

/** What was read does not exist. */
export class Missing extends Error {}

/** Reads facts by folding streams, and keeps the version of each: what a decision rests on. */
export function reading(fold: Fold): { readonly read: ReadFact; readonly reads: ReadonlyMap<string, number> } {
  const reads = new Map<string, number>();
  const ifAny: ReadFact['ifAny'] = async (of, ref) => {
    const { version, state } = await fold(of, ref);
    reads.set(streamName(of, ref), version);
    return fact(of, ref, version, state);
  };
  const present = (async (of, ref) => {
    const found = await ifAny(of, ref);
    if (found.version === 0) throw new Missing(`There is no ${of.noun} ${ref}`);
    return found;
  }) as ReadFact;
  return { read: Object.assign(present, { ifAny }), reads };
}
