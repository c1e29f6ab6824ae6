import type { EventStore, LogPage, Position } from '#platform/event-store';

type Came = { readonly page: LogPage } | { readonly failure: unknown };

/** Reads a long log page by page, the next one while the last is being written. At most one page waits. */
export class ReadingAhead {
  #next: { readonly after: Position; readonly limit: number; readonly came: Promise<Came> } | undefined;

  constructor(private readonly store: Pick<EventStore, 'readAll'>) {}

  /** A page that begins with the event at `last`, so that its reader sees that it still stands there. */
  async read(last: Position, limit: number, isLong: boolean): Promise<LogPage> {
    const after = Math.max(0, last - 1);
    const isAhead = this.#next?.after === after && this.#next.limit === limit;
    const came = await (isAhead && this.#next ? this.#next.came : this.#begin(after, limit));
    this.#next = undefined;
    if ('failure' in came) throw came.failure;
    const { page } = came;
    const end = page.events.at(-1);
    if (isLong && !page.caughtUp && end) this.#next = { after: end.position - 1, limit, came: this.#begin(end.position - 1, limit) };
    return page;
  }

  /** A failure waits, too, for whoever takes the page. */
  #begin(after: Position, limit: number): Promise<Came> {
    return this.store.readAll({ after, limit }).then((page) => ({ page }), (failure: unknown) => ({ failure }));
  }
}
