import type Database from 'better-sqlite3';
import type { Happened, ViewDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import { tableOf, type Build } from './build.js';
import { Recorder } from './changes.js';
import { keptTable } from './keeping.js';
import type { KeptTable } from './kept-table.js';
import type { Registry } from './registry.js';

/** What identifies an event of a log: a view that carries another mark at its position was made from another log. */
export const markOf = ({ id, recordedAt }: Pick<Happened, 'id' | 'recordedAt'>): string => `${id}@${recordedAt}`;

/** Another runner moved the view on between our reading of its position and our commit. */
class Overtaken extends Error {}

/** Faults of the machine, not of an event: the view is not to blame and the batch is tried again. */
const machineFaults = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|CORRUPT|READONLY|CANTOPEN|NOTADB|PROTOCOL)/;
const isMachineFault = (error: unknown): boolean => error instanceof Error && 'code' in error && machineFaults.test(String(error.code));

/** One build of one view, fed with events. The position moves in the transaction that writes the rows. */
export class KeptView {
  readonly #registry: Registry;
  readonly #recorder: Recorder;
  readonly #tables = new Map<string, KeptTable>();
  readonly #transaction: Database.Transaction<(events: readonly Happened[], from: Position) => void>;
  #current: Happened | undefined;
  /** Where the tables' memory was true: elsewhere another runner has written meanwhile. */
  #rememberedAt: Position | undefined;

  constructor(db: Database.Database, registry: Registry, declared: ViewDeclaration, readonly build: Build) {
    this.#registry = registry;
    this.#recorder = new Recorder(declared);
    for (const [name, table] of Object.entries(declared.tables)) this.#tables.set(name, keptTable(db, tableOf(build, name), table));
    this.#transaction = db.transaction((events, from) => this.#take(events, from));
  }

  /**
   * Takes the events that lie past the view's position, so that one delivered twice has no effect. An event that throws
   * stops this view there: what came before it is kept, the fault is recorded, and nothing after it is taken.
   */
  apply(events: readonly Happened[]): void {
    const row = this.#registry.find(this.build);
    if (!row || row.fault !== null) return;
    const next = events.filter((event) => event.position > row.position);
    if (next.length === 0) return;
    if (this.#rememberedAt !== row.position) this.#forget();
    try {
      this.#transaction.immediate(next, row.position);
      this.#rememberedAt = next.at(-1)?.position;
    } catch (error) {
      this.#forget();
      if (error instanceof Overtaken) return;
      const poison = this.#current;
      if (poison === undefined || isMachineFault(error)) throw error;
      this.apply(next.slice(0, next.indexOf(poison)));
      this.#registry.stop(this.build, error instanceof Error ? error.message : String(error), poison.position);
    }
  }

  #take(events: readonly Happened[], from: Position): void {
    this.#current = undefined;
    for (const event of events) {
      this.#current = event;
      this.#carryOut(event);
    }
    this.#current = undefined; // what fails from here on is no event's fault
    for (const table of this.#tables.values()) table.settle();
    const last = events.at(-1);
    if (last && !this.#registry.advance(this.build, from, last.position, markOf(last))) throw new Overtaken();
  }

  #forget(): void {
    this.#rememberedAt = undefined;
    for (const table of this.#tables.values()) table.forget();
  }

  #carryOut(event: Happened): void {
    const { position } = event;
    this.#recorder.changesOf(event).forEach((change, i) => {
      const there = this.#tables.get(change.table)?.carryOut(change, position, i + 1);
      if (there === false) this.#registry.noteAbsence(this.build, position, change.table, 'key' in change ? change.key : {});
    });
  }
}
