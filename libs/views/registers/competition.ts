import { optional, reference, type ApplicationRef, type IsoDate, type RoundRef } from '#kernel';
import { inParts } from '../in-parts.js';
import { countedFrom, pageField, pageOf, sizeField, type Paged, type Paging } from '../paging.js';
import { questionOn, type Known } from '../question-on.js';
import { applicationRow, applicationsAsOf, type ApplicationRow } from './application-row.js';
import { applications } from './applications.js';
import { assessments, assessmentsOf } from './assessments.js';

/** An application in the competition of its round. */
export interface Contender extends ApplicationRow {
  readonly assessors: number;
  /** Hundredths of a point out of 100, averaged over its assessors; none before it is assessed. */
  readonly pointsHundredths: number | null;
  /** Where it was ranked. */
  readonly rank: number | null;
  readonly placed: string | null;
}

class CompetitionAsked {
  @reference('RD', 'Round') round!: RoundRef;
  @optional(reference('AP', 'Application', { hint: 'Left out: all of them' })) application?: ApplicationRef;
  @pageField page?: number;
  @sizeField size?: number;
}
type Competing = Known<[typeof applications, typeof assessments]>;

/** Which round, the ranking that stands, by the version of its first event, and the business date. */
interface Asked {
  readonly round: string;
  readonly ranking: number;
  readonly on: IsoDate | undefined;
}

export const competition = questionOn('competition', {
  summary: 'The applications for a round with what they were scored: in the order of the newest ranking, then those that are in none; or one of them alone.',
  permission: 'audit:read',
  input: CompetitionAsked,
  from: [applications, assessments],
  takesAsOf: true,
  async ask(db, { round, application: only, ...paging }, { asOf }): Promise<Paged<Contender>> {
    const on = asOf?.on;
    const newest = await db
      .selectFrom('rankings').select('ranking').where('round', '=', round)
      .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? ''))
      .orderBy('position', 'desc').orderBy('line', 'desc').limit(1).executeTakeFirst();
    const asked = { round, ranking: newest?.ranking ?? 0, on };
    if (only !== undefined) {
      const one = await db.selectFrom('applications').select(applicationRow).where('reference', '=', only).where('round', '=', round).execute();
      const rows = await scored(db, asked, one);
      return { rows, total: rows.length };
    }
    const rows = await scored(db, asked, await listed(db, asked, paging));
    return { rows, ...(await countedFrom(begunIn(db, round, on), paging)) };
  },
});

const begunIn = (db: Competing, round: string, on: IsoDate | undefined) =>
  db
    .selectFrom('applications_begun as begun').where('begun.in_round', '=', round)
    .$if(on !== undefined, (query) => query.where('begun.began_on', '<=', on ?? ''));

/** A page of them. Those that are ranked go before the others, and how many they are is only counted where a page begins or ends beyond them. */
async function listed(db: Competing, asked: Asked, paging: Paging): Promise<readonly ApplicationRow[]> {
  const { limit, offset } = pageOf(paging);
  const inOrder = rankedOf(db, asked).select(applicationRow).orderBy('ranks.rank').orderBy('ranks.application');
  const ranked = asked.ranking === 0 ? [] : await inOrder.limit(limit).offset(offset).execute();
  if (ranked.length === limit) return ranked;
  if (ranked.length > 0) return [...ranked, ...(await unrankedOf(db, asked, limit - ranked.length, 0))];
  const passed = asked.ranking === 0 || offset === 0 ? 0 : (await countedFrom(rankedOf(db, asked), paging)).total;
  return unrankedOf(db, asked, limit, offset - passed);
}

const rankedOf = (db: Competing, { round, ranking, on }: Asked) =>
  db
    .selectFrom('ranks').innerJoin('applications', 'applications.reference', 'ranks.application')
    .where('ranks.round', '=', round).where('ranks.ranking', '=', ranking)
    .$if(on !== undefined, (query) => query.where('applications.nominated_on', '<=', on ?? ''));

/** By reference; by day of nomination when a business date is asked about. */
async function unrankedOf(db: Competing, { round, ranking, on }: Asked, limit: number, offset: number): Promise<readonly ApplicationRow[]> {
  if (on === undefined) {
    return db
      .selectFrom('applications').select(applicationRow).where('applications.round', '=', round)
      .where(({ exists, not, selectFrom }) => not(exists(
        selectFrom('ranks').select('ranks.rank')
          .where('ranks.round', '=', round).where('ranks.ranking', '=', ranking).whereRef('ranks.application', '=', 'applications.reference'))))
      .orderBy('reference').limit(limit).offset(offset).execute();
  }
  return begunIn(db, round, on)
    .innerJoin('applications', 'applications.reference', 'begun.application').select(applicationRow)
    .where(({ exists, not, selectFrom }) => not(exists(
      selectFrom('ranks').select('ranks.rank')
        .where('ranks.round', '=', round).where('ranks.ranking', '=', ranking).whereRef('ranks.application', '=', 'begun.application'))))
    .orderBy('begun.began_on').orderBy('begun.position').orderBy('begun.line').limit(limit).offset(offset).execute();
}

type Score = Pick<Contender, 'assessors' | 'pointsHundredths'>;

/** Points and places of these and of no others. */
async function scored(db: Competing, { round, ranking, on }: Asked, kept: readonly ApplicationRow[]): Promise<readonly Contender[]> {
  const rows = on === undefined ? kept : await applicationsAsOf(db, kept, on);
  const references = rows.map(({ reference: each }) => each);
  const given = Map.groupBy(await assessmentsOf(db, references, on), ({ application }) => application);
  const [ranks, taken] = [new Map<string, Pick<Contender, 'rank' | 'placed'>>(), new Set<string>()];
  for (const several of inParts(references)) {
    const places = await db
      .selectFrom('ranks').select(['application', 'rank', 'placed'])
      .where('round', '=', round).where('ranking', '=', ranking).where('application', 'in', several).execute();
    for (const { application, ...place } of places) ranks.set(application, place);
    const since = await db
      .selectFrom('reserve_taken').select('application').where('application', 'in', several).where('round', '=', round).where('version', '>', ranking)
      .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).execute();
    for (const { application } of since) taken.add(application);
  }
  return rows.map((row) => {
    const { rank = null, placed = null } = ranks.get(row.reference) ?? {};
    return { ...row, ...scoreOf(given.get(row.reference) ?? []), rank, placed: taken.has(row.reference) ? 'recommended' : placed };
  });
}

function scoreOf(given: readonly { readonly points: number; readonly outOf: number }[]): Score {
  const [total, outOf] = [given.reduce((sum, { points }) => sum + points, 0), given.reduce((sum, each) => sum + each.outOf, 0)];
  return { assessors: given.length, pointsHundredths: given.length === 0 ? null : Math.floor((20_000 * total + outOf) / (2 * outOf)) };
}
