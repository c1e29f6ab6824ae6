import type { TimelineEntry } from '#views/audit';
import { londonDate } from '#kernel';
import { link, type Visit } from '../visits/visit.js';

interface ShownItem {
  readonly position: number;
  readonly sentence: string;
  readonly who: string;
  readonly role: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly late: boolean;
  readonly eventHref: string;
  readonly thenHref: string | undefined;
}
/** A year of a timeline, newest first. `start` is the number of its newest item, counted from the oldest of all. */
export interface ShownYear {
  readonly year: string;
  readonly start: number;
  readonly items: readonly ShownItem[];
}

/** A timeline by the years in which things were recorded. `page` is the thing's own address, for "as it was then". */
export function timelineOf(entries: readonly TimelineEntry[], visit: Visit, page: string | undefined): readonly ShownYear[] {
  const newestFirst = [...entries].sort((a, b) => b.position - a.position);
  const years = new Map<string, ShownItem[]>();
  for (const { actor, isLate, ...entry } of newestFirst) {
    const year = londonDate(entry.recordedAt).slice(0, 4);
    const items = years.get(year) ?? [];
    items.push({ ...entry, who: actor, late: isLate, eventHref: link(visit, `/events/${entry.position}`), thenHref: page && `${page}/at/${entry.position}` });
    years.set(year, items);
  }
  let start = newestFirst.length;
  return [...years].map(([year, items]) => {
    const shown = { year, start, items };
    start -= items.length;
    return shown;
  });
}

/** Addresses of the change before and the change after the one that is looked at. */
export function stepsThrough(positions: readonly number[], visit: Visit, page: string): { readonly previous: string | undefined; readonly next: string | undefined } {
  const changes = [...positions].sort((a, b) => a - b);
  const at = visit.past?.position ?? Number.MAX_SAFE_INTEGER;
  const current = changes.findLastIndex((position) => position <= at);
  const to = (position: number | undefined): string | undefined => (position === undefined ? undefined : `${page}?known-at=@${position}`);
  return { previous: to(changes[current - 1]), next: to(changes[current + 1]) };
}
