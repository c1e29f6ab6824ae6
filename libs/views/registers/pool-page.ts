import { code, type Code, type IsoDate } from '#kernel';
import { questionOn, type Known } from '../question-on.js';
import { pool } from './pool.js';

export interface ExpertRow {
  readonly reference: string;
  readonly title: string;
  readonly stage: string;
  readonly addedOn: string;
  readonly removedOn: string | null;
  readonly reason: string | null;
  /** How many days they have to give in each financial year of which it was said, and when. */
  readonly availability: readonly Availability[];
  /** The awards that the expert helps. */
  readonly awards: readonly (Help & { readonly award: string; readonly recipientName: string; readonly sinceOn: string })[];
}
export interface Availability {
  readonly financialYear: string;
  readonly from: string;
  readonly until: string;
  readonly daysHundredths: number;
}
interface Help {
  /** As an expert, who works for the recipient, or as a mentor. */
  readonly capacity: string;
  /** What they promised the award. */
  readonly daysHundredths: number | null;
}
export interface AssignmentRow extends Help {
  readonly expert: string;
  readonly title: string;
  readonly sinceOn: string;
  readonly endedOn: string | null;
  readonly reason: string | null;
}

class PoolAsked {
  @code('Programme') programme!: Code;
}

type Pool = Known<[typeof pool]>;
interface Assignment extends AssignmentRow {
  readonly award: string;
  readonly recipientName: string;
}

export const poolPage = questionOn('experts', {
  summary: 'The pool of experts of a programme, and the awards that each of them helps.',
  permission: 'register:read',
  input: PoolAsked,
  from: [pool],
  takesAsOf: true,
  async ask(db, { programme }, { asOf }): Promise<readonly ExpertRow[]> {
    const on = asOf?.on;
    const all = await db
      .selectFrom('experts').select(['reference', 'title', 'stage', 'added_on as addedOn', 'removed_on as removedOn', 'reason']).where('programme', '=', programme).orderBy('reference').execute();
    const experts = on === undefined ? all : all.filter(({ addedOn }) => addedOn <= on).map((each) => (each.removedOn !== null && each.removedOn > on ? { ...each, stage: 'in-pool', removedOn: null, reason: null } : each));
    const free = await availabilitiesOf(db, programme, on);
    const helping = Map.groupBy((await assignmentsOf(db, { programme }, on)).filter(({ endedOn }) => endedOn === null), ({ expert }) => expert);
    return experts.map((each) => ({
      ...each, availability: free.get(each.reference) ?? [],
      awards: (helping.get(each.reference) ?? []).map(({ award, recipientName, sinceOn, capacity, daysHundredths }) => ({ award, recipientName, sinceOn, capacity, daysHundredths })).sort((a, b) => (a.award < b.award ? -1 : 1)),
    }));
  },
});

/** The experts of an award as it stands or stood, those who no longer help it last. */
export async function expertsOf(db: Pool, award: string, on: IsoDate | undefined): Promise<readonly AssignmentRow[]> {
  const all = (await assignmentsOf(db, { award }, on)).map(({ award: _, recipientName: __, ...each }) => each).sort((a, b) => (a.expert < b.expert ? -1 : 1));
  return [...all.filter(({ endedOn }) => endedOn === null), ...all.filter(({ endedOn }) => endedOn !== null)];
}

/** What each expert of a pool said of each financial year last. */
async function availabilitiesOf(db: Pool, programme: string, on: IsoDate | undefined): Promise<ReadonlyMap<string, readonly Availability[]>> {
  const said = await db
    .selectFrom('availabilities').select(['expert', 'financial_year as financialYear', 'from_day as from', 'until_day as until', 'days as daysHundredths']).where('programme', '=', programme)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute();
  const newest = new Map(said.map(({ expert, ...each }) => [`${expert} ${each.financialYear}`, { expert, each }]));
  const grouped = Map.groupBy(newest.values(), ({ expert }) => expert);
  return new Map([...grouped].map(([expert, those]) => [expert, those.map(({ each }) => each).sort((a, b) => (a.from < b.from ? -1 : 1))]));
}

/** Every expert at every award once, by the newest change that had taken effect. */
async function assignmentsOf(db: Pool, { programme, award }: { readonly programme?: string; readonly award?: string }, on: IsoDate | undefined): Promise<readonly Assignment[]> {
  const changes = await db
    .selectFrom('assignments').select(['expert', 'award', 'title', 'recipient_name as recipientName', 'change', 'reason', 'capacity', 'days as daysHundredths', 'effective_on as effectiveOn'])
    .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
    .$if(award !== undefined, (query) => query.where('award', '=', award ?? ''))
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? ''))
    .orderBy('position').orderBy('line').execute();
  const assignments = new Map<string, Assignment>();
  for (const { change, reason, effectiveOn, ...about } of changes) {
    const key = `${about.award} ${about.expert}`;
    const before = assignments.get(key);
    if (change === 'began') assignments.set(key, { ...about, sinceOn: effectiveOn, endedOn: null, reason: null });
    else if (before) assignments.set(key, { ...before, endedOn: effectiveOn, reason });
  }
  return [...assignments.values()];
}
