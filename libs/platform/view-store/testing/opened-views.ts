import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { openSqliteViews } from '../../view-store-sqlite/index.js';
import { ViewStore, type Query, type ViewDatabase, type ViewStoreOptions } from '../index.js';

/** How a test gets the database that views of a name are kept in: the same one for the same name. */
export type OpensDatabase = (file: string, onQuery?: (query: Query) => void) => Promise<ViewDatabase>;

const inAFile: OpensDatabase = (file, onQuery) => openSqliteViews({ file, ...(onQuery ? { onQuery } : {}) });

type Options = Omit<ViewStoreOptions, 'database'> & { readonly file?: string; readonly onQuery?: (query: Query) => void };

/** Logs and views of one test, in a folder of its own; closed and removed when the test is over. */
export class OpenedViews {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tally-views-'));
  readonly #open: { close(): Promise<void> }[] = [];

  constructor(private readonly opens: OpensDatabase = inAFile) {}

  file(name = 'views.db'): string {
    return join(this.#folder, name);
  }

  log(options: Parameters<typeof openMemoryEventStore>[0] = {}): EventStore {
    return this.kept(openMemoryEventStore(options));
  }

  async views({ file = this.file(), onQuery, ...options }: Options): Promise<ViewStore> {
    const database = await this.opens(file, onQuery);
    return this.kept(await ViewStore.open({ leaseMilliseconds: 200, retryMilliseconds: 20, keptMilliseconds: 0, ...options, database }));
  }

  async started(options: Options): Promise<ViewStore> {
    const views = await this.views(options);
    await views.start();
    return views;
  }

  async close(): Promise<void> {
    for (const each of this.#open.reverse()) await each.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Closed with the rest. */
  kept<T extends { close(): Promise<void> }>(each: T): T {
    this.#open.push(each);
    return each;
  }
}
