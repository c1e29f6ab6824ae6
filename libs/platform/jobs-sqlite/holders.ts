import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import type Database from 'better-sqlite3';

interface Holder {
  readonly holder: string;
  readonly beat: number;
}

/**
 * Which processes work on the jobs of a file. No clock is compared between them: each counts beats, and one that is silent
 * for the lease's time on another's steady clock, or whose process is gone, has given up what it had in hand.
 */
export class Holders {
  readonly own = `${hostname()} ${process.pid} ${randomUUID()}`;
  readonly #seen = new Map<string, { readonly beat: number; readonly since: number }>();

  constructor(
    private readonly db: Database.Database,
    private readonly leaseMilliseconds: number,
  ) {}

  /** How often to beat, and to look for those that are gone. */
  get beatMilliseconds(): number {
    return Math.ceil(this.leaseMilliseconds / 4);
  }

  arrive(): void {
    this.db.prepare('INSERT INTO holders VALUES (?, 0) ON CONFLICT DO NOTHING').run(this.own);
  }

  /** False when others thought that this process was gone: what it had in hand is theirs. */
  beat(): boolean {
    return this.db.prepare('UPDATE holders SET beat = beat + 1 WHERE holder = ?').run(this.own).changes === 1;
  }

  leave(holder = this.own): void {
    this.db.prepare('DELETE FROM holders WHERE holder = ?').run(holder);
    this.#seen.delete(holder);
  }

  /** Those that work no more. */
  gone(): readonly string[] {
    const others = this.db.prepare<[string], Holder>('SELECT holder, beat FROM holders WHERE holder <> ?').all(this.own);
    return others.filter((other) => this.#isGone(other)).map(({ holder }) => holder);
  }

  #isGone({ holder, beat }: Holder): boolean {
    const seen = this.#seen.get(holder);
    if (seen?.beat !== beat) this.#seen.set(holder, { beat, since: performance.now() });
    else if (performance.now() - seen.since >= this.leaseMilliseconds) return true;
    return hasEnded(holder);
  }
}

/** Whether the holder was a process of this machine that no longer runs. Of another machine nothing is known. */
function hasEnded(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  if (host !== hostname() || Number(pid) === process.pid) return false;
  try {
    return !process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
