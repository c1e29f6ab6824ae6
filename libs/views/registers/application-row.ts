import type { IsoDate } from '#kernel';
import { inParts } from '../in-parts.js';
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
  /** 'nomination', 'expression-of-interest', 'invited-bids' or 'open-call'. */
  readonly route: string;
  readonly stage: string;
  readonly award: string | null;
  readonly reason: string | null;
  readonly nominatedOn: string;
  /** Why it was taken late. */
  readonly late: string | null;
  /** 'no-rules', 'eligible', 'flagged' or 'not-eligible', by the newest sending or screening. */
  readonly eligibility: string;
  /** Preferences that it does not meet. */
  readonly flags: number;
  /** How often it was sent. */
  readonly sent: number;
  /** What is to be put right, while it is with the applicant. */
  readonly returned: string | null;
}
export const applicationRow = [
  'applications.reference', 'applications.programme', 'applications.round', 'applications.organisation', 'applications.organisation_name as organisationName', 'applications.title',
  'applications.source', 'applications.route', 'applications.stage', 'applications.award', 'applications.reason', 'applications.nominated_on as nominatedOn',
  'applications.late', 'applications.eligibility', 'applications.flags', 'applications.sent', 'applications.returned',
] as const;

type Rows = Known<[typeof applications]>;

/** Applications as they stood on a business date: the newest of what had taken effect by then. Those that nobody had put forward are left out. */
export async function applicationsAsOf(db: Rows, rows: readonly ApplicationRow[], on: IsoDate): Promise<readonly ApplicationRow[]> {
  const begun = rows.filter(({ nominatedOn }) => nominatedOn <= on);
  const then = new Map<string, Partial<ApplicationRow>>();
  for (const several of inParts(begun.map(({ reference }) => reference))) {
    const changes = [...(await stagesBy(db, several, on)), ...(await standingsBy(db, several, on))];
    for (const { application, change } of changes) then.set(application, { ...then.get(application), ...change });
  }
  return begun.map((row) => ({ ...row, ...then.get(row.reference) }));
}

interface Changed {
  readonly application: string;
  readonly change: Partial<ApplicationRow>;
}

async function stagesBy(db: Rows, several: readonly string[], on: IsoDate): Promise<readonly Changed[]> {
  const stages = await db
    .selectFrom('application_stages').select(['application', 'stage', 'award', 'reason']).where('application', 'in', several)
    .where('effective_on', '<=', on).orderBy('application').orderBy('position').orderBy('line').execute();
  const known = new Map<string, Pick<ApplicationRow, 'stage' | 'award' | 'reason'>>();
  for (const { application, stage, award, reason } of stages) {
    const before = known.get(application);
    known.set(application, { stage, award: award ?? before?.award ?? null, reason: reason ?? before?.reason ?? null });
  }
  return [...known].map(([application, change]) => ({ application, change }));
}

/** Sendings, returns and screenings in the order of the log: each changes what the one before said. */
async function standingsBy(db: Rows, several: readonly string[], on: IsoDate): Promise<readonly Changed[]> {
  const sendings = await db
    .selectFrom('application_sendings').select(['application', 'position', 'title', 'eligibility', 'flags', 'sent']).where('application', 'in', several).where('effective_on', '<=', on).execute();
  const returns = await db.selectFrom('application_returns').select(['application', 'position', 'returned']).where('application', 'in', several).where('effective_on', '<=', on).execute();
  const screenings = await db
    .selectFrom('application_screenings').select(['application', 'position', 'eligibility', 'flags']).where('application', 'in', several).where('effective_on', '<=', on).execute();
  return [
    ...sendings.map(({ application, position, ...sending }) => ({ application, position, change: { ...sending, returned: null } })),
    ...returns.map(({ application, position, returned }) => ({ application, position, change: { returned } })),
    ...screenings.map(({ application, position, ...change }) => ({ application, position, change })),
  ].sort((a, b) => a.position - b.position);
}
