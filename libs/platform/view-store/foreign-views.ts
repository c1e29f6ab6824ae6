import type { Happened } from '#kernel';
import { StoreFault, type EventStore } from '#platform/event-store';
import type { BuildRow } from './books.js';
import { markOf } from './happened.js';
import { ViewUnavailable } from './view-unavailable.js';

/** The views were made from another log, or from this one before it lost its end. */
export class ForeignViews extends ViewUnavailable {
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

/** Those of them that were made from another log. Most stand at the same event, which is looked up once. */
export async function foreignAmong(builds: readonly BuildRow[], store: Pick<EventStore, 'head' | 'readAll'>): Promise<ReadonlySet<BuildRow>> {
  const alike = Map.groupBy(builds, ({ position, mark }) => `${position} ${mark}`);
  const found = await Promise.all([...alike.values()].map(async (those) => (those[0] && (await isKnownForeign(those[0], store)) ? those : [])));
  return new Set(found.flat());
}

/** An event that this program cannot read tells nothing: while an upgrade is rolled out it may be of the newer release. */
export async function isKnownForeign(build: Pick<BuildRow, 'position' | 'mark'>, store: Pick<EventStore, 'head' | 'readAll'>): Promise<boolean> {
  try {
    return await isForeign(build, store);
  } catch (fault) {
    if (fault instanceof StoreFault && fault.kind === 'corrupt') return false;
    throw fault;
  }
}

/** Throws unless a page that begins with the event that a build took last holds it: the log may have been changed underneath. */
export function mustFollowOn(build: Pick<BuildRow, 'name' | 'position' | 'mark'>, page: readonly Pick<Happened, 'position' | 'id' | 'recordedAt'>[]): void {
  if (build.position === 0) return;
  const last = page.find(({ position }) => position === build.position);
  if (last === undefined || markOf(last) !== build.mark) throw new ForeignViews(build);
}
