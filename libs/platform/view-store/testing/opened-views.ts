import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { ViewStore, type ViewStoreOptions } from '../index.js';

/** Logs and views of one test, in a folder of its own; closed and removed when the test is over. */
export class OpenedViews {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tally-views-'));
  readonly #open: { close(): Promise<void> }[] = [];

  file(name = 'views.db'): string {
    return join(this.#folder, name);
  }

  log(options: Parameters<typeof openMemoryEventStore>[0] = {}): EventStore {
    return this.#kept(openMemoryEventStore(options));
  }

  views(options: Omit<ViewStoreOptions, 'file'> & { readonly file?: string }): ViewStore {
    return this.#kept(ViewStore.open({ leaseMilliseconds: 200, retryMilliseconds: 20, ...options, file: options.file ?? this.file() }));
  }

  async started(options: Parameters<OpenedViews['views']>[0]): Promise<ViewStore> {
    const views = this.views(options);
    await views.start();
    return views;
  }

  async close(): Promise<void> {
    for (const each of this.#open.reverse()) await each.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #kept<T extends { close(): Promise<void> }>(each: T): T {
    this.#open.push(each);
    return each;
  }
}
