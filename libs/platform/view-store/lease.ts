import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import type Database from 'better-sqlite3';

interface LeaseRow {
  readonly holder: string;
  readonly beat: number;
}

/**
 * Who may run the views of a file. No clock is compared between processes: the holder counts beats, and another takes
 * over when it has seen no beat for the lease's time on its own steady clock, or when the holder's process is gone.
 * Should two ever run at once, the compare-and-set on each view's position lets only one of them write.
 */
export class Lease {
  readonly #holder = `${hostname()} ${process.pid} ${randomUUID()}`;
  readonly #db: Database.Database;
  readonly #milliseconds: number;
  #seen: { readonly row: LeaseRow; readonly since: number } | undefined;

  constructor(db: Database.Database, milliseconds: number) {
    this.#db = db;
    this.#milliseconds = milliseconds;
  }

  /** How often the holder must beat, and a waiting one look. */
  get beatMilliseconds(): number {
    return Math.ceil(this.#milliseconds / 4);
  }

  /** Takes the lease if it is free, ours or abandoned. */
  take(): boolean {
    return this.#db.transaction(() => {
      const row = this.#db.prepare<[], LeaseRow>('SELECT holder, beat FROM runner').get();
      if (row && row.holder !== this.#holder && !this.#isAbandoned(row)) return false;
      this.#db.prepare('INSERT INTO runner VALUES (1, ?, 0) ON CONFLICT DO UPDATE SET holder = excluded.holder, beat = beat + 1').run(this.#holder);
      return true;
    }).immediate();
  }

  /** False when another has taken over. */
  beat(): boolean {
    return this.#db.prepare('UPDATE runner SET beat = beat + 1 WHERE holder = ?').run(this.#holder).changes === 1;
  }

  release(): void {
    this.#db.prepare('DELETE FROM runner WHERE holder = ?').run(this.#holder);
  }

  #isAbandoned(row: LeaseRow): boolean {
    const { row: before, since } = this.#seen ?? {};
    if (since === undefined || before?.holder !== row.holder || before.beat !== row.beat) {
      this.#seen = { row, since: performance.now() };
      return isGone(row.holder);
    }
    return performance.now() - since >= this.#milliseconds;
  }
}

/** Whether the holder was a process of this machine that no longer runs. Of another machine nothing is known. */
function isGone(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  if (host !== hostname() || Number(pid) === process.pid) return false;
  try {
    return !process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
