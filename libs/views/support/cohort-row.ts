import type { IsoDate } from '#kernel';
import type { Known } from '../question-on.js';
import type { cohorts } from './cohorts.js';

/** A body in a cohort. Places are people. */
export interface CohortBody {
  readonly organisation: string;
  readonly organisationName: string;
  readonly places: number;
  readonly bookedOn: string;
  /** Whether the places were open, or kept for it from the waiting list. */
  readonly from: string;
  readonly graduated: number;
  readonly alumni: number;
}
export interface WaitingBody {
  readonly organisation: string;
  readonly organisationName: string;
  readonly places: number;
  readonly since: string;
  /** A place is kept for it. */
  readonly isCalled: boolean;
}
export interface Enlargement {
  readonly on: string;
  readonly ours: number;
  readonly because: string | null;
  readonly sponsor: string | null;
  readonly sponsorName: string | null;
}
export interface CohortRow {
  readonly reference: string;
  readonly programme: string;
  readonly name: string;
  readonly label: string | null;
  readonly theme: string | null;
  readonly stage: 'planned' | 'open' | 'completed';
  /** Of everybody who fills it; nothing where it was not printed, which is not nought. */
  readonly places: number | null;
  /** Those that we fill, once it is open. */
  readonly ours: number | null;
  readonly taken: number;
  readonly waiting: number;
  readonly startsOn: string | null;
  readonly completedOn: string | null;
  readonly graduates: number;
  readonly alumni: number;
}
export interface CohortSeen extends CohortRow {
  readonly bodies: readonly CohortBody[];
  readonly waitingList: readonly WaitingBody[];
  readonly enlargements: readonly Enlargement[];
}

type Cohorts = Known<[typeof cohorts]>;

const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);

/** Cohorts as they stand or stood on a day, in the order of their references. */
export async function cohortsAt(db: Cohorts, of: 'programme' | 'cohort', which: string, on: IsoDate | undefined): Promise<readonly CohortSeen[]> {
  const those = Map.groupBy(await movesOf(db, of, which, on), ({ cohort }) => cohort);
  const waiting = await waitingAt(db, [...those.keys()], on);
  const seen = [...those].flatMap(([reference, history]) => {
    const row = rowOf(reference, history, waiting.get(reference) ?? []);
    return row ? [row] : [];
  });
  return seen.sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

const movesOf = (db: Cohorts, of: 'programme' | 'cohort', which: string, on: IsoDate | undefined) =>
  db
    .selectFrom('cohort_moves').selectAll().where(of, '=', which)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? ''))
    .orderBy('position').orderBy('line').execute();
type Move = Awaited<ReturnType<typeof movesOf>>[number];

function rowOf(reference: string, history: readonly Move[], waitingList: readonly WaitingBody[]): CohortSeen | undefined {
  const begun = history.findLast(({ change }) => change === 'opened') ?? history.findLast(({ change }) => change === 'planned');
  if (!begun) return undefined; // recorded for a later day than that of what followed: nothing was there yet
  const completed = history.find(({ change }) => change === 'completed');
  const bodies = bodiesOf(history);
  const places = (of: (body: CohortBody) => number): number => sum(bodies.map(of));
  return {
    reference, programme: begun.programme, name: begun.name, label: begun.label, theme: begun.theme,
    stage: completed ? 'completed' : begun.change === 'opened' ? 'open' : 'planned',
    places: begun.all_places, ours: history.findLast(({ ours }) => ours !== null)?.ours ?? null, startsOn: begun.starts_on, completedOn: completed?.effective_on ?? null,
    taken: places((body) => body.places), waiting: waitingList.length, graduates: places((body) => body.graduated), alumni: places((body) => body.alumni),
    bodies, waitingList,
    enlargements: history.filter(({ change }) => change === 'enlarged').map(({ effective_on, ours, what, organisation, organisation_name }) => ({
      on: effective_on, ours: ours ?? 0, because: what, sponsor: organisation, sponsorName: organisation_name,
    })),
  };
}

/** Bodies that hold places, as they booked. */
function bodiesOf(history: readonly Move[]): readonly CohortBody[] {
  const bodies = new Map<string, CohortBody>();
  for (const { change, organisation, organisation_name: organisationName, places, what, effective_on: on } of history) {
    if (organisation === null || organisationName === null || places === null) continue;
    const before = bodies.get(organisation);
    if (change === 'booked') bodies.set(organisation, { organisation, organisationName, places, bookedOn: on, from: what ?? 'open', graduated: 0, alumni: 0 });
    else if (change === 'given-up') bodies.delete(organisation);
    else if (before) bodies.set(organisation, change === 'graduated' ? { ...before, graduated: places } : { ...before, alumni: places });
  }
  return [...bodies.values()];
}

/** Who waits for each cohort, in their order. */
async function waitingAt(db: Cohorts, references: readonly string[], on: IsoDate | undefined): Promise<ReadonlyMap<string, readonly WaitingBody[]>> {
  if (references.length === 0) return new Map();
  const moves = await db
    .selectFrom('cohort_queue').selectAll().where('cohort', 'in', references)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute();
  const lists = new Map<string, Map<string, WaitingBody>>();
  for (const { cohort, change, organisation, organisation_name: organisationName, places, effective_on: since } of moves) {
    const list = lists.get(cohort) ?? new Map<string, WaitingBody>();
    lists.set(cohort, list);
    const before = list.get(organisation);
    if (change === 'joined') list.set(organisation, { organisation, organisationName, places, since, isCalled: false });
    else if (change === 'called' && before) list.set(organisation, { ...before, isCalled: true });
    else if (change !== 'called') list.delete(organisation);
  }
  return new Map([...lists].map(([cohort, list]) => [cohort, [...list.values()]]));
}
