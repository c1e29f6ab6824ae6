import type Database from 'better-sqlite3';
import { jobIdOf, kindNamed, waitAfter, type Job, type JobKind, type JobStanding, type JobState, type Offered, type Progress, type Report } from '#platform/jobs';
import { standingOf, type JobRow } from './job-row.js';

const millisecondsADay = 86_400_000;
/** A dead letter that nobody has replayed in this time was of no use to anybody. */
const deadLettersDays = 90;
const nextChange = '(SELECT coalesce(max(change), 0) + 1 FROM jobs)';
const due = '(due_at <= @now OR (since > @now AND not_before <= @now))';
const later = (from: string, milliseconds: number): string => new Date(Date.parse(from) + milliseconds).toISOString();

/** The jobs of a file. Each step is one transaction, so that processes which share the file never both take a job. */
export class JobTable {
  constructor(
    private readonly db: Database.Database,
    private readonly kinds: readonly JobKind[],
  ) {}

  offer({ kind: name, key, input = {}, notBefore = '' }: Job, now: string): Offered {
    const { lane } = kindNamed(this.kinds, name);
    const id = jobIdOf(name, key);
    return this.db.transaction((): Offered => {
      const known = this.row(id);
      if (known && !(known.state === 'done' && (known.forget_at ?? '') <= now)) return { outcome: 'known', id, state: standingOf(known, now).state };
      this.#run('DELETE FROM jobs WHERE id = @id', { id });
      this.#run(
        `INSERT INTO jobs (id, kind, key, input, lane, state, offered_at, not_before, since, due_at, change)
         VALUES (@id, @kind, @key, @input, @lane, 'waiting', @now, @notBefore, @now, @due, ${nextChange})`,
        { id, kind: name, key, input: JSON.stringify(input), lane, now, notBefore, due: notBefore > now ? notBefore : now },
      );
      return { outcome: 'taken', id };
    }).immediate();
  }

  row(id: string): JobRow | undefined {
    return this.db.prepare<[string], JobRow>('SELECT * FROM jobs WHERE id = ?').get(id);
  }

  /** Takes the job of a lane that has been due longest. */
  claim(lane: string, kinds: readonly string[], holder: string, now: string): JobRow | undefined {
    const first = `SELECT id FROM jobs WHERE state = 'waiting' AND lane = @lane AND kind IN (SELECT value FROM json_each(@kinds)) AND ${due} ORDER BY due_at, rowid LIMIT 1`;
    return this.db
      .prepare<object, JobRow>(`UPDATE jobs SET state = 'running', holder = @holder, tries = tries + 1, progress = NULL, change = ${nextChange} WHERE id = (${first}) RETURNING *`)
      .get({ lane, kinds: JSON.stringify(kinds), holder, now });
  }

  progressed(id: string, holder: string, progress: Progress): void {
    this.#run(`UPDATE jobs SET progress = @progress, change = ${nextChange} WHERE id = @id AND holder = @holder`, { id, holder, progress: JSON.stringify(progress) });
  }

  done({ id, kind }: JobRow, holder: string, report: Report, now: string): void {
    const forget = later(now, kindNamed(this.kinds, kind).rememberedDays * millisecondsADay);
    this.#run(
      `UPDATE jobs SET state = 'done', holder = NULL, report = @report, error = NULL, finished_at = @now, forget_at = @forget, change = ${nextChange} WHERE id = @id AND holder = @holder`,
      { id, holder, report: JSON.stringify(report), now, forget },
    );
  }

  /** It is tried again after a wait, or becomes a dead letter. */
  failed({ id, kind, failures }: JobRow, holder: string, error: string, canSucceed: boolean, now: string): void {
    const { tries, ...waits } = kindNamed(this.kinds, kind);
    const count = failures + 1;
    const again = canSucceed && count < tries;
    this.#run(
      `UPDATE jobs SET state = @state, holder = NULL, error = @error, failures = @count, since = @now, due_at = @due, finished_at = @finished, change = ${nextChange} WHERE id = @id AND holder = @holder`,
      { id, holder, error, count, now, state: again ? 'waiting' : 'failed', due: again ? later(now, waitAfter(count, waits)) : now, finished: again ? null : now },
    );
  }

  /** What a process had in hand waits for another; it was no failed try. */
  handBack(holder: string, except: readonly string[] = []): void {
    this.#run(`UPDATE jobs SET state = 'waiting', holder = NULL, tries = tries - 1, change = ${nextChange} WHERE state = 'running' AND holder = @holder AND id NOT IN (SELECT value FROM json_each(@except))`, { holder, except: JSON.stringify(except) });
  }

  replay(id: string, now: string): boolean {
    return this.#run(`UPDATE jobs SET state = 'waiting', failures = 0, tries = 0, finished_at = NULL, since = @now, due_at = @now, change = ${nextChange} WHERE id = @id AND state IN ('failed', 'dismissed')`, { id, now }) > 0;
  }

  dismiss(id: string, now: string): boolean {
    return this.#run(`UPDATE jobs SET state = 'dismissed', finished_at = @now, change = ${nextChange} WHERE id = @id AND state = 'failed'`, { id, now }) > 0;
  }

  list({ states, kind, limit = 200 }: { readonly states?: readonly JobState[]; readonly kind?: string; readonly limit?: number }, now: string): readonly JobStanding[] {
    const rows = this.db
      .prepare<object, JobRow>('SELECT * FROM jobs WHERE (@kind IS NULL OR kind = @kind) AND state IN (SELECT value FROM json_each(@states)) ORDER BY coalesce(finished_at, offered_at) DESC, rowid DESC LIMIT @most')
      .all({ kind: kind ?? null, states: JSON.stringify((states ?? everyState).map((state) => (state === 'later' ? 'waiting' : state))), most: 10_000 });
    return rows.map((row) => standingOf(row, now)).filter(({ state }) => states?.includes(state) ?? true).slice(0, limit);
  }

  counts(now: string): { readonly waiting: number; readonly later: number; readonly running: number; readonly failed: number; readonly oldest: string | null } {
    const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})`;
    const waiting = `state = 'waiting' AND ${due}`;
    const asked = `SELECT ${count(waiting)} AS waiting, ${count(`state = 'waiting' AND NOT ${due}`)} AS later, ${count("state = 'running'")} AS running, ${count("state = 'failed'")} AS failed, min(due_at) FILTER (WHERE ${waiting}) AS oldest FROM jobs`;
    return this.db.prepare<object, ReturnType<JobTable['counts']>>(asked).get({ now }) ?? { waiting: 0, later: 0, running: 0, failed: 0, oldest: null };
  }

  lastChange(): number {
    return this.db.prepare<[], number>('SELECT coalesce(max(change), 0) FROM jobs').pluck().get() ?? 0;
  }

  changedAfter(change: number): readonly JobRow[] {
    return this.db.prepare<[number], JobRow>('SELECT * FROM jobs WHERE change > ? ORDER BY change').all(change);
  }

  forgetOld(now: string): void {
    this.#run("DELETE FROM jobs WHERE (state = 'done' AND forget_at < @aDayAgo) OR (state IN ('failed', 'dismissed') AND finished_at < @longAgo)", { aDayAgo: later(now, -millisecondsADay), longAgo: later(now, -deadLettersDays * millisecondsADay) });
  }

  #run(sql: string, values: object): number {
    return this.db.prepare(sql).run(values).changes;
  }
}

const everyState: readonly JobState[] = ['waiting', 'later', 'running', 'done', 'failed', 'dismissed'];
