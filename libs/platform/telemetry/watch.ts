import type { EngineWatch } from '#platform/engine';
import type { EventStore } from '#platform/event-store';
import type { ViewWatch } from '#platform/view-store';
import { Measures } from './measures.js';
import { openTracing, type TracingSettings } from './open-tracing.js';
import type { Tracing } from './tracing.js';
import { WatchedEngine } from './watched-engine.js';
import { WatchedViews } from './watched-views.js';
import { watchedStore } from './watched-store.js';

/** What stands around the parts of a process: hand it to the installation, and its measures to whoever shows them. */
export interface Watch {
  readonly measures: Measures;
  readonly tracing: Tracing;
  readonly engine: EngineWatch;
  store(store: EventStore): EventStore;
  /** Hears how many appends travel in one write. */
  readonly onGroup: (appends: number) => void;
  readonly views: ViewWatch;
  close(): Promise<void>;
}

export function watchOf(tracing: Tracing, measures = new Measures()): Watch {
  return {
    measures,
    tracing,
    engine: new WatchedEngine(measures, tracing),
    store: (store) => watchedStore(store, measures, tracing),
    onGroup: (appends) => measures.appendGroups.observe(appends),
    views: new WatchedViews(measures, tracing),
    close: () => tracing.close(),
  };
}

/** Begins to measure, and to trace where the settings name a collector. Throws UnusableSetting. */
export async function openWatch(part: 'server' | 'worker', settings: TracingSettings, version: string): Promise<Watch> {
  return watchOf(await openTracing(part, settings, version));
}
