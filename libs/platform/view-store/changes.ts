import type { Happened, Tables, ViewDeclaration } from '#kernel';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** What an event changes in a view, as data: nothing is done until the view store carries it out. */
export type Change =
  | { readonly table: string; readonly does: 'put' | 'enter'; readonly row: Row }
  | { readonly table: string; readonly does: 'patch' | 'add'; readonly key: Row; readonly row: Row };

/** Lets a view say its changes, and hands them over event by event. */
export class Recorder {
  #changes: Change[] = [];
  readonly #rows: Readonly<Record<string, unknown>>;
  readonly #view: ViewDeclaration;

  constructor(view: ViewDeclaration) {
    this.#view = view;
    this.#rows = this.#rowsOf(view.tables);
  }

  /** The changes of one event, in the order in which the view said them. A view's mistake throws. */
  changesOf(event: Happened): readonly Change[] {
    const react = this.#view.every ?? (Object.hasOwn(this.#view.on, event.type) ? this.#view.on[event.type] : undefined);
    if (!react) return [];
    this.#changes = [];
    react(this.#rows, event);
    return this.#changes;
  }

  #rowsOf(tables: Tables): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Object.entries(tables).map(([table, { keep }]) => [
        table,
        keep === 'entries'
          ? { add: (row: Row) => this.#changes.push({ table, does: 'enter', row }) }
          : {
              put: (row: Row) => this.#changes.push({ table, does: 'put', row }),
              patch: (key: Row, row: Row) => this.#changes.push({ table, does: 'patch', key, row }),
              add: (key: Row, row: Row) => this.#changes.push({ table, does: 'add', key, row }),
            },
      ]),
    );
  }
}
