import type { ChangesAround, TimelineEntry, TimelinePage } from '#views/audit';
import { londonDate } from '#kernel';
import { link, samePage, type Visit } from '../visits/visit.js';

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
/** A year of a timeline, newest first. `start` is the number of its newest item, counted from the oldest on the page. */
export interface ShownYear {
  readonly year: string;
  readonly start: number;
  readonly items: readonly ShownItem[];
}
/** A page of a timeline, and the way to older and newer events. */
export interface ShownTimeline {
  readonly years: readonly ShownYear[];
  readonly older: string | undefined;
  readonly newest: string | undefined;
}

/** The position that the address goes back from. */
export function beforeIn({ query }: Pick<Visit, 'query'>): number | undefined {
  return /^[1-9]\d{0,14}$/.test(query['before'] ?? '') ? Number(query['before']) : undefined;
}

/** A timeline as pages show it; undefined for those who may not audit. `page` is the thing's own address, for "as it was then". */
export function shownTimeline(timeline: TimelinePage | undefined, visit: Visit, page: string | undefined): ShownTimeline | undefined {
  if (!timeline) return undefined;
  const { entries, before } = timeline;
  return {
    years: timelineOf(entries, visit, page),
    older: before === undefined ? undefined : `${samePage(visit, { before: String(before) })}#timeline`,
    newest: beforeIn(visit) === undefined ? undefined : `${samePage(visit, { before: undefined })}#timeline`,
  };
}

/** A timeline by the years in which things were recorded. */
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
export function stepsThrough({ previous, next }: ChangesAround, page: string): { readonly previous: string | undefined; readonly next: string | undefined } {
  const to = (position: number | undefined): string | undefined => (position === undefined ? undefined : `${page}?known-at=@${position}`);
  return { previous: to(previous), next: to(next) };
}
