import type { EventStore } from '#platform/event-store';
import { markOf } from './kept-view.js';
import type { BuildRow } from './registry.js';

/** The views in the file were made from another log, or from this one before it lost its end. */
export class ForeignViews extends Error {
  override readonly name = 'ForeignViews';

  constructor({ name, position }: Pick<BuildRow, 'name' | 'position'>) {
    super(`The view ${name} stands at event @${position} of another log than this one, or of this one before an older copy was restored. Make the views again with: tally rebuild`);
  }
}

/** Whether the event that a build took last is not the one that the log has there. */
export async function isForeign({ position, mark }: Pick<BuildRow, 'position' | 'mark'>, store: Pick<EventStore, 'head' | 'readAll'>): Promise<boolean> {
  if (position === 0) return false;
  if (position > (await store.head()).position) return true;
  const [event] = (await store.readAll({ after: position - 1, limit: 1 })).events;
  return event === undefined || markOf(event) !== mark;
}
