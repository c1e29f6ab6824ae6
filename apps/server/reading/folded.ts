import { aboutOf, streamName, type EventSet, type StreamDeclaration } from '#kernel';
import type { EventStore, RecordedEvent } from '#platform/event-store';

export interface FoldedThing<State> {
  readonly state: State;
  readonly events: readonly RecordedEvent[];
}

/** One thing's state at a place in the log, folded from its own stream: a page about one thing needs no table. */
export async function foldedAt<Events extends EventSet, State>(
  store: Pick<EventStore, 'readStream'>, of: StreamDeclaration<Events, State>, ref: string, position = Number.MAX_SAFE_INTEGER,
): Promise<FoldedThing<State>> {
  const all = await store.readStream(streamName(of, ref));
  const events = all.events.filter((event) => event.position <= position);
  const state = events.reduce((before, event) => of.evolve(before, event, aboutOf(ref, event)), of.initial);
  return { state, events };
}
