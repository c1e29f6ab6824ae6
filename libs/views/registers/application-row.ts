import type { IsoDate } from '#kernel';
import type { Known } from '../question-on.js';
import type { applications } from './applications.js';

export interface ApplicationRow {
  readonly reference: string;
  readonly programme: string;
  readonly round: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly title: string;
  readonly source: string;
  readonly stage: string;
  readonly award: string | null;
  readonly reason: string | null;
  readonly nominatedOn: string;
}
export const applicationRow = [
  'reference', 'programme', 'round', 'organisation', 'organisation_name as organisationName', 'title', 'source', 'stage', 'award', 'reason', 'nominated_on as nominatedOn',
] as const;

const atOnce = 500;

/** Applications as they stood on a business date: the newest stage that had taken effect by then, and what belongs to it. Those that nobody had nominated are left out. */
export async function applicationsAsOf(db: Known<[typeof applications]>, rows: readonly ApplicationRow[], on: IsoDate): Promise<readonly ApplicationRow[]> {
  const begun = rows.filter(({ nominatedOn }) => nominatedOn <= on);
  const then = new Map<string, Pick<ApplicationRow, 'stage' | 'award' | 'reason'>>();
  for (let from = 0; from < begun.length; from += atOnce) {
    const stages = await db
      .selectFrom('application_stages').select(['application', 'stage', 'award', 'reason']).where('application', 'in', begun.slice(from, from + atOnce).map(({ reference }) => reference))
      .where('effective_on', '<=', on).orderBy('application').orderBy('position').orderBy('line').execute();
    for (const { application, stage, award, reason } of stages) {
      const before = then.get(application);
      then.set(application, { stage, award: award ?? before?.award ?? null, reason: reason ?? before?.reason ?? null });
    }
  }
  return begun.map((row) => ({ ...row, ...then.get(row.reference) }));
}
