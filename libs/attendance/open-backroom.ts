import type { Accounts } from '#platform/accounts';
import { openJobs, type Installation } from '#platform/installation';
import type { Job, Jobs, Offered } from '#platform/jobs';
import { openShelf, type Shelf } from '#platform/shelf';
import type { Log } from '#platform/telemetry';
import { AskedJobs } from './asked-jobs.js';
import { Attendance } from './attendance.js';
import { jobKinds } from './jobs/kinds.js';
import type { AttendanceSettings } from './settings.js';

/** Jobs and the shelf of an installation, for whoever offers, looks and fetches. */
export interface Backroom {
  readonly jobs: Jobs;
  readonly shelf: Shelf;
  /** Offers what a person asks for, and keeps the wish until it is done: no queue can lose it. Away: it is kept, and offered later. */
  ask(job: Job): Promise<Offered>;
  /** Lets a failed job go, with the wish for it. False when there is none of that id. Throws JobsAway. */
  dismiss(id: string): Promise<boolean>;
  /** Attends from now on. Once in the life of a process. */
  attend(parts: { readonly accounts: Accounts; readonly settings: AttendanceSettings; readonly log: Log }): void;
  /** Stops attending, in the time that the settings give, and closes. */
  close(): Promise<void>;
}

/** Opens what lies behind the pages: in embedded mode files of the data folder, else Redis and the views' database. */
export async function openBackroom(installation: Installation): Promise<Backroom> {
  const { addresses, clock } = installation;
  const shelf = await openShelf({ address: addresses.shelf, clock });
  const jobs = await openJobs({ ...installation, kinds: jobKinds });
  const asked = new AskedJobs({ jobs, shelf });
  let attendance: Attendance | undefined;
  return {
    jobs,
    shelf,
    ask: (job) => asked.ask(job),
    dismiss: async (id) => {
      const isDismissed = await jobs.dismiss(id);
      if (isDismissed) await asked.forget(id);
      return isDismissed;
    },
    attend: (parts) => void (attendance = new Attendance({ installation, jobs, shelf, asked, ...parts })),
    close: async () => {
      await attendance?.stop();
      await jobs.close();
      await shelf.close();
    },
  };
}
