import { performance } from 'node:perf_hooks';
import type { RecordedEvent } from '#platform/event-store';
import type { ViewWatch } from '#platform/view-store';
import type { Measures } from './measures.js';
import type { Tracing } from './tracing.js';

/** Measures what views take; a batch with events of traced commands is a trace of its own that names where they came from. */
export class WatchedViews implements ViewWatch {
  constructor(
    private readonly measures: Measures,
    private readonly tracing: Tracing,
  ) {}

  async taking(view: string, events: readonly RecordedEvent[], take: () => Promise<void>): Promise<void> {
    const started = performance.now();
    const follows = events.flatMap(({ meta }) => meta['traceparent'] ?? []);
    const notes = { 'tallystick.view': view, 'tallystick.from': events[0]?.position ?? 0, 'tallystick.position': events.at(-1)?.position ?? 0, 'tallystick.events': events.length };
    await (follows.length === 0 ? take() : this.tracing.within(`view ${view}`, { kind: 'consumer', isRoot: true, follows, notes }, take));
    this.measures.viewEvents.inc({ view }, events.length);
    this.measures.viewSeconds.inc({ view }, (performance.now() - started) / 1_000);
  }
}
