import type { Accounts } from '#platform/accounts';
import type { Installation } from '#platform/installation';
import { CannotSucceed, type Handle, type Jobs } from '#platform/jobs';
import type { Shelf } from '#platform/shelf';
import type { Log } from '#platform/telemetry';
import type { AskedJobs } from './asked-jobs.js';
import { dueByTheCalendar } from './calendar.js';
import { AttendedNote } from './duties/attended.js';
import { Duties, madeBy } from './duties/duties.js';
import { dutyAsJob, isSettled, settleDuty } from './duties/settle-duty.js';
import { askableKinds } from './asked-now.js';
import { backUp } from './jobs/back-up.js';
import { exportJournal } from './jobs/export-journal.js';
import { backupKind, exportKind, nightlyCheckKind, rebuildKind, settleDutyKind, sweepKind } from './jobs/kinds.js';
import { nightlyCheck } from './jobs/nightly-check.js';
import { rebuildView } from './jobs/rebuild-view.js';
import { sweep } from './jobs/sweep.js';
import type { AttendanceSettings } from './settings.js';

export interface AttendanceParts {
  readonly installation: Installation;
  readonly accounts: Pick<Accounts, 'sweep'>;
  readonly jobs: Jobs;
  readonly shelf: Shelf;
  readonly asked: AskedJobs;
  readonly settings: AttendanceSettings;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}

/** How often what is due is derived from the log and the calendar. */
const everyMilliseconds = 60_000;

/** Attends to what must be done without anybody asking: offers it, again and again, and does it. */
export class Attendance {
  readonly #parts: AttendanceParts;
  readonly #duties: Duties;
  readonly #timer: NodeJS.Timeout;
  #isStopping = false;
  #round: Promise<void> | undefined;
  #trouble: string | undefined;

  constructor(parts: AttendanceParts) {
    this.#parts = parts;
    const { installation, shelf, jobs } = parts;
    const { store, clock, declarations, find } = installation;
    this.#duties = new Duties({ store, clock, workflows: declarations.workflows, kept: new AttendedNote(shelf, madeBy(declarations.workflows), find) });
    jobs.work(this.#handlers());
    this.#timer = setInterval(() => this.look(), everyMilliseconds);
    this.look();
  }

  /** Looks for what is due now, unless it is at it. */
  look(): void {
    this.#round ??= this.#offer().finally(() => (this.#round = undefined));
  }

  /** Ends when what is running has ended, or has been handed back. */
  async stop(): Promise<void> {
    const { jobs, settings } = this.#parts;
    this.#isStopping = true;
    clearInterval(this.#timer);
    await jobs.drain(settings.jobsDrainSeconds * 1_000);
    await this.#round;
  }

  /** A fault of one round is told and met again by the next. */
  async #offer(): Promise<void> {
    const { jobs, installation, asked, settings, log } = this.#parts;
    try {
      for (const due of await this.#duties.due()) {
        if (this.#isStopping) return;
        const offered = await jobs.offer(dutyAsJob(due));
        if (offered.outcome === 'away') return this.#note(offered.trouble);
        const state = offered.outcome === 'known' ? offered.state : undefined;
        if (state === 'dismissed' || (state === 'done' && (await isSettled(installation, due)))) this.#duties.settle(due);
      }
      await this.#duties.keep();
      const away = await asked.again();
      if (away) return this.#note(away.trouble);
      // A demonstration plays in the past and is thrown away: nobody backs it up, or checks it by night.
      if (installation.kind === 'live') for (const job of dueByTheCalendar(installation.clock.now(), settings)) {
        const offered = await jobs.offer(job);
        if (offered.outcome === 'away') return this.#note(offered.trouble);
      }
      this.#note(undefined);
    } catch (fault) {
      if (!this.#isStopping) log.error({ err: fault }, 'what is due could not be derived; it is tried again in a minute');
    }
  }

  #note(trouble: string | undefined): void {
    if (trouble !== undefined && this.#trouble === undefined) this.#parts.log.warn(trouble);
    if (trouble === undefined && this.#trouble !== undefined) this.#parts.log.info('jobs can be offered again');
    this.#trouble = trouble;
  }

  #handlers(): Readonly<Record<string, Handle>> {
    const { installation, shelf, settings, accounts } = this.#parts;
    return Object.fromEntries(Object.entries({
      [settleDutyKind.name]: settleDuty(installation),
      [nightlyCheckKind.name]: nightlyCheck({ installation, shelf }),
      [backupKind.name]: backUp({ installation, shelf, settings }),
      [rebuildKind.name]: rebuildView({ installation }),
      [exportKind.name]: exportJournal({ installation, shelf }),
      [sweepKind.name]: sweep({ accounts, shelf, files: installation.files }),
    }).map(([name, handle]) => [name, this.#told(name, handle)]));
  }

  /** A line when a job ends, of its kind and how it went: its key and what it said may hold references. */
  #told(job: string, handle: Handle): Handle {
    const { log, asked } = this.#parts;
    return async (input, task) => {
      const started = performance.now();
      const about = () => ({ job, attempt: task.attempt, ms: Math.round(performance.now() - started) });
      try {
        const report = await handle(input, task);
        if (askableKinds.some(({ name }) => name === job)) await asked.forget(task.id);
        if (report.alarms?.length) log.error({ ...about(), alarms: report.alarms.length }, 'a job has found something that people must see to');
        else log.info(about(), 'job done');
        return report;
      } catch (fault) {
        if (task.signal.aborted) log.info(about(), 'job handed back');
        else log.warn({ ...about(), err: fault, isLast: fault instanceof CannotSucceed }, 'job failed');
        throw fault;
      }
    };
  }
}
