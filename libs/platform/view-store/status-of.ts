import type { ViewDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import type { BuildRow } from './books.js';
import type { ViewStatus } from './view-store-options.js';

/** How a view stands, by the build that answers for it. */
export function statusOf({ name, version }: Pick<ViewDeclaration, 'name' | 'version'>, build: BuildRow | undefined, head: Position, absences: number): ViewStatus {
  if (!build) return { view: name, version, state: 'absent', build: 0, position: 0, behind: head, absences: 0 };
  const { state, number, position, fault, fault_position: at } = build;
  const stopped = fault === null ? {} : { fault: { at: at ?? position, because: fault } };
  return { view: name, version, state: state === 'live' ? 'live' : 'building', build: number, position, behind: Math.max(0, head - position), ...stopped, absences };
}
