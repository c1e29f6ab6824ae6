import type { Clock, EventStore, Position } from '#platform/event-store';
import type { ViewStatus } from '#platform/view-store';

/** For each place at which a view that is late stands: how many seconds ago the event after it was recorded. Views that stand at one place ask once. */
export async function ageOfOldest(store: Pick<EventStore, 'readAll'>, clock: Clock, views: readonly Pick<ViewStatus, 'position' | 'behind'>[]): Promise<ReadonlyMap<Position, number>> {
  const places = [...new Set(views.filter(({ behind }) => behind > 0).map(({ position }) => position))];
  const now = Date.parse(clock.now());
  const ages = places.map(async (after): Promise<readonly [Position, number]> => {
    const [next] = (await store.readAll({ after, limit: 1 })).events;
    // A clock that was set back makes nothing younger than now.
    return [after, next ? Math.max(0, now - Date.parse(next.recordedAt)) / 1_000 : 0];
  });
  return new Map(await Promise.all(ages));
}
