import { systemClock, type Clock } from '#platform/event-store';
import type { Handle, Jobs, JobKind, JobStanding } from '#platform/jobs';
import { Holders } from './holders.js';
import { standingOf } from './job-row.js';
import { JobTable } from './job-table.js';
import { Lanes } from './lanes.js';
import { openJobsFile } from './schema.js';

export interface SqliteJobsOptions {
  /** jobs.db of the data folder; ':memory:' for a process that shares them with nobody. It is derived and may be deleted. */
  readonly file: string;
  readonly kinds: readonly JobKind[];
  readonly clock?: Clock;
  /** How often a process looks for what others have offered. */
  readonly lookMilliseconds?: number;
  /** How long a process may be silent before its jobs are given to others. */
  readonly leaseMilliseconds?: number;
}

/** Jobs of one machine: in a file that the server, the worker and `tally` share. */
export function openSqliteJobs({ file, kinds, clock = systemClock, lookMilliseconds = 500, leaseMilliseconds = 10_000 }: SqliteJobsOptions): Jobs {
  const db = openJobsFile(file, 5_000);
  const table = new JobTable(db, kinds);
  const listeners = new Set<(standing: JobStanding) => void>();
  let lanes: Lanes | undefined;
  let told = table.lastChange();
  let telling: NodeJS.Timeout | undefined;
  let mute: string | undefined;

  /** Called by a timer, among others: what cannot be told now is a trouble, and no end of the process. */
  const tell = (): void => {
    if (listeners.size === 0) return;
    try {
      for (const row of table.changedAfter(told)) {
        told = row.change;
        for (const listener of listeners) listener(standingOf(row, clock.now()));
      }
      mute = undefined;
    } catch (fault) {
      mute = fault instanceof Error ? fault.message : String(fault);
    }
  };
  const after = <Result>(result: Result): Promise<Result> => {
    lanes?.look();
    tell();
    return Promise.resolve(result);
  };
  return {
    kinds,
    offer: (job) => after(table.offer(job, clock.now())),
    find: async (id) => {
      const row = table.row(id);
      return row && standingOf(row, clock.now());
    },
    list: async (which = {}) => table.list(which, clock.now()),
    status: async () => {
      const { oldest, ...counts } = table.counts(clock.now());
      const trouble = lanes?.trouble ?? mute;
      return { counts, oldestWaitingMilliseconds: oldest === null ? 0 : Math.max(0, Date.parse(clock.now()) - Date.parse(oldest)), ...(trouble === undefined ? {} : { trouble }) };
    },
    replay: (id) => after(table.replay(id, clock.now())),
    dismiss: (id) => after(table.dismiss(id, clock.now())),
    watch: (listener) => {
      if (listeners.size === 0) told = table.lastChange();
      listeners.add(listener);
      telling ??= setInterval(tell, lookMilliseconds).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(telling);
        telling = undefined;
      };
    },
    work: (handlers: Readonly<Record<string, Handle>>) => {
      if (lanes) throw new Error('This process works on jobs already');
      lanes = new Lanes({ table, holders: new Holders(db, leaseMilliseconds), clock, handlers, lookMilliseconds, changed: tell });
    },
    drain: async (milliseconds) => {
      await lanes?.drain(milliseconds);
      lanes = undefined;
    },
    close: async () => {
      await lanes?.drain(0);
      clearInterval(telling);
      db.close();
    },
  };
}
