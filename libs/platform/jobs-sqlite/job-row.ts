import type { JobInput, JobStanding, Progress, Report } from '#platform/jobs';

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly input: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'dismissed';
  readonly offered_at: string;
  /** Not begun before it; what it was offered with. */
  readonly not_before: string;
  /** When the last try failed. */
  readonly since: string;
  readonly due_at: string;
  readonly failures: number;
  readonly tries: number;
  readonly progress: string | null;
  readonly report: string | null;
  readonly error: string | null;
  readonly finished_at: string | null;
  readonly forget_at: string | null;
  readonly change: number;
}

export function standingOf(row: JobRow, now: string): JobStanding {
  const isLater = row.state === 'waiting' && !isDue(row, now);
  return {
    id: row.id, kind: row.kind, key: row.key, input: JSON.parse(row.input) as JobInput,
    state: isLater ? 'later' : row.state,
    offeredAt: row.offered_at, tries: row.tries,
    ...(isLater ? { dueAt: row.due_at } : {}),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    ...(row.progress === null ? {} : { progress: JSON.parse(row.progress) as Progress }),
    ...(row.report === null ? {} : { report: JSON.parse(row.report) as Report }),
    ...(row.error === null ? {} : { error: row.error }),
  };
}

/** A clock that has been put back does not hold up another try: what is due counts from the failure, and that cannot lie ahead. */
export const isDue = ({ due_at, since, not_before }: Pick<JobRow, 'due_at' | 'since' | 'not_before'>, now: string): boolean =>
  due_at <= now || (since > now && not_before <= now);
