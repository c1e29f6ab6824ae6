import type { ViewDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import type { BuildRow } from './books.js';
import { ForeignViews } from './foreign-views.js';
import { buildsOf, servingIn } from './registry.js';
import type { ViewStatus } from './view-store-options.js';

export interface StatusParts {
  readonly builds: readonly BuildRow[];
  readonly foreign: ReadonlySet<BuildRow>;
  readonly head: Position;
  readonly absences: (build: BuildRow) => number;
}

/** How a view stands, by the build that answers for it. */
export function statusOf(view: Pick<ViewDeclaration, 'name' | 'version'>, { builds, foreign, head, absences }: StatusParts): ViewStatus {
  const { name, version } = view;
  const build = servingIn(builds, view);
  if (!build) return { view: name, version, state: 'absent', build: 0, position: 0, behind: head, absences: 0 };
  const { state, number, position, fault, fault_position: at } = build;
  const next = buildsOf(builds, view).find((each) => each.state === 'building' && each !== build);
  const stopped = fault === null ? {} : { fault: { at: at ?? position, because: fault } };
  return {
    view: name, version, state: state === 'live' ? 'live' : 'building', build: number, position, behind: Math.max(0, head - position), ...stopped,
    ...(next ? { making: { build: next.number, position: next.position } } : {}),
    ...(foreign.has(build) ? { foreign: new ForeignViews(build).message } : {}),
    absences: absences(build),
  };
}
