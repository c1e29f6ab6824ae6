import type { Happened, ViewDeclaration } from '#kernel';
import type { Position } from '#platform/event-store';
import { tableOf, type Build } from './build.js';
import { Recorder, type Change } from './changes.js';
import { markOf } from './happened.js';
import { keptTable } from './keeping.js';
import type { KeptTable } from './kept-table.js';
import type { ViewDatabase, WrittenBatch } from './view-database.js';

/** An event that the view could not take. */
export interface Poison {
  readonly event: Happened;
  readonly because: string;
}
interface Planned {
  readonly event: Happened;
  readonly table: KeptTable;
  readonly change: Change;
  readonly name: string;
  readonly line: number;
}
type Absences = WrittenBatch['absences'][number][];

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One build of one view, fed with events. The position moves in the transaction that writes the rows. */
export class KeptView {
  readonly #recorder: Recorder;
  readonly #tables = new Map<string, KeptTable>();
  /** Where the tables' memory was true: elsewhere another runner has written meanwhile. */
  #rememberedAt: Position | undefined;

  constructor(
    private readonly database: ViewDatabase,
    declared: ViewDeclaration,
    private readonly build: Build,
  ) {
    this.#recorder = new Recorder(declared);
    const capacity = 4 * database.largestBatch;
    for (const [name, table] of Object.entries(declared.tables)) this.#tables.set(name, keptTable(database, { name: tableOf(build, name), declared: table }, capacity));
  }

  /**
   * Takes the events that lie past the position where the build stands, so that one delivered twice has no effect. Of an
   * event that can't be taken nothing is kept, nor of those after it: it is returned, and what came before it was taken.
   */
  async apply(events: readonly Happened[], from: Position): Promise<Poison | undefined> {
    const next = events.filter((event) => event.position > from);
    if (next.length === 0) return undefined;
    if (this.#rememberedAt !== from) this.#forget();
    try {
      return await this.#take(next, from);
    } catch (error) {
      this.#forget();
      throw error;
    }
  }

  async #take(events: readonly Happened[], from: Position): Promise<Poison | undefined> {
    const { planned, poison } = this.#plan(events);
    await Promise.all([...this.#tables.values()].map((table) => table.lookUp()));
    const absences: Absences = [];
    const spoilt = carryOut(planned, absences);
    if (spoilt) {
      this.#forget(); // it may have begun to change rows before it threw
      return (await this.#take(before(spoilt.event, events), from)) ?? spoilt;
    }
    const taken = poison ? before(poison.event, events) : events;
    return (await this.#write(taken, from, absences)) ?? poison;
  }

  /** What the events change, as far as the view can say. Nothing is asked of the database yet. */
  #plan(events: readonly Happened[]): { readonly planned: readonly Planned[]; readonly poison?: Poison } {
    const planned: Planned[] = [];
    for (const event of events) {
      const from = planned.length;
      try {
        this.#recorder.changesOf(event).forEach((change, i) => {
          const table = this.#tables.get(change.table);
          if (table) planned.push({ event, table, change, name: table.expect(change), line: i + 1 });
        });
      } catch (error) {
        return { planned: planned.slice(0, from), poison: { event, because: wordsOf(error) } };
      }
    }
    return { planned };
  }

  async #write(events: readonly Happened[], from: Position, absences: Absences): Promise<Poison | undefined> {
    const last = events.at(-1);
    if (!last) return undefined;
    const tables = [...this.#tables.values()].map((table) => table.writes()).filter(({ closes, inserts }) => closes.length + inserts.length > 0);
    try {
      const isWritten = await this.database.commit({ build: this.build, from, to: last.position, mark: markOf(last), tables, absences });
      if (!isWritten) return this.#forget();
    } catch (error) {
      this.#forget();
      if (this.database.failureOf(error) !== 'row') throw error;
      return this.#takeHalves(events, from, error);
    }
    for (const table of this.#tables.values()) table.settle();
    this.#rememberedAt = last.position;
    return undefined;
  }

  /** The database refuses a row, and does not say of which event: found by halves. */
  async #takeHalves(events: readonly Happened[], from: Position, refusal: unknown): Promise<Poison | undefined> {
    const [first] = events;
    if (events.length === 1 && first) return { event: first, because: wordsOf(refusal) };
    const half = events.slice(0, Math.floor(events.length / 2));
    return (await this.#take(half, from)) ?? this.#take(events.slice(half.length), half.at(-1)?.position ?? from);
  }

  #forget(): undefined {
    this.#rememberedAt = undefined;
    for (const table of this.#tables.values()) table.forget();
  }
}

const before = (event: Happened, events: readonly Happened[]): readonly Happened[] => events.slice(0, events.indexOf(event));

function carryOut(planned: readonly Planned[], absences: Absences): Poison | undefined {
  for (const { event, table, change, name, line } of planned) {
    try {
      const isThere = table.carryOut(change, name, event.position, line);
      if (!isThere) absences.push({ position: event.position, table: change.table, key: 'key' in change ? change.key : {} });
    } catch (error) {
      return { event, because: wordsOf(error) };
    }
  }
  return undefined;
}
