import { jobIdOf, type Job, type Jobs, type Offered } from '#platform/jobs';
import type { Shelf } from '#platform/shelf';
import { exportKeptDays } from './jobs/export-journal.js';
import { exportKind } from './jobs/kinds.js';

const folder = 'asked/';
const nameOf = (id: string): string => `${folder}${id}`;
/** Longer than any queue is out of reach. */
const keptDays = 30;

/** A file can be fetched for as long as the queue lists it, so the wish for it is kept that long; another wish, until it is done. */
const staysWhenDone = ({ kind }: Pick<Job, 'kind'>): boolean => kind === exportKind.name;

/**
 * What people asked for. The log does not make it due again when a queue has forgotten it, so each wish is kept on the shelf,
 * beside the accounts, and offered again until it is done or dismissed.
 */
export class AskedJobs {
  constructor(private readonly parts: { readonly jobs: Pick<Jobs, 'kinds' | 'offer'>; readonly shelf: Shelf }) {}

  /** Keeps the wish, then offers it. Where the queue is out of reach it is offered when that is back. */
  async ask(job: Job): Promise<Offered> {
    const { jobs, shelf } = this.parts;
    await shelf.put(nameOf(jobIdOf(job.kind, job.key)), [JSON.stringify(job)], { type: 'application/json', days: staysWhenDone(job) ? exportKeptDays : keptDays });
    return jobs.offer(job);
  }

  /** Offers again whatever is not done. Says why where the queue is out of reach. */
  async again(): Promise<{ readonly trouble: string } | undefined> {
    const { jobs, shelf } = this.parts;
    for (const name of await shelf.names(folder)) {
      const text = await shelf.readWhole(name);
      if (text === undefined) continue; // done since they were listed
      const job = JSON.parse(text) as Job;
      if (!jobs.kinds.some((kind) => kind.name === job.kind)) continue; // a newer release offers it
      const offered = await jobs.offer(job);
      if (offered.outcome === 'away') return offered;
      if (offered.outcome === 'known' && (offered.state === 'dismissed' || (offered.state === 'done' && !staysWhenDone(job)))) await shelf.remove(name);
    }
    return undefined;
  }

  /** It is done, or let go. */
  async forget(id: string): Promise<void> {
    if (await this.parts.shelf.find(nameOf(id))) await this.parts.shelf.remove(nameOf(id));
  }
}
