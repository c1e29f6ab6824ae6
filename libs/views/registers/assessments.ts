import { entries, view, type Happened, type IsoDate, type RowsOf } from '#kernel';
import { assessment } from '#domain/assessments';
import { inParts } from '../in-parts.js';
import type { Known } from '../question-on.js';

const tables = {
  /** What each assessor gave an application, and gave it when they revised it: the newest of each stands. Points out of `out_of`. */
  assessments: entries({
    columns: {
      application: 'text', round: 'text', organisation_name: 'text', assessed_by: 'text', points: 'integer', out_of: 'integer', comment: 'text?', effective_on: 'text',
    },
    indexes: [['application']],
  }),
  /** Scores as they were given, each at the position of its assessment. */
  assessment_scores: entries({
    columns: { application: 'text', assessed_by: 'text', criterion: 'text', name: 'text', weight: 'integer', score: 'integer', reason: 'text?' },
    indexes: [['application']],
  }),
  /** Rankings, each by the version of its first event, as a long one has several: the newest stands. */
  rankings: entries({ columns: { round: 'text', ranking: 'integer', effective_on: 'text' }, indexes: [['round']] }),
  /** The applications in a ranking. Points in hundredths. */
  ranks: entries({
    columns: { round: 'text', ranking: 'integer', application: 'text', points: 'integer', assessors: 'integer', rank: 'integer', placed: 'text', effective_on: 'text' },
    indexes: [['round', 'ranking', 'application'], ['round', 'ranking', 'rank', 'application']],
  }),
  /** Applications that were taken from the reserve, each with its version in the stream of the ranking. */
  reserve_taken: entries({ columns: { round: 'text', version: 'integer', application: 'text', reason: 'text', effective_on: 'text' }, indexes: [['application']] }),
};
type Rows = RowsOf<typeof tables>;

interface Giving {
  readonly application: string;
  readonly round: string;
  readonly organisationName: string;
  readonly assessedBy: string;
  readonly points: number;
  readonly outOf: number;
  readonly scores: readonly { readonly criterion: string; readonly name: string; readonly weight: number; readonly score: number; readonly reason?: string | undefined }[];
}
function give(rows: Rows, { on, data }: Happened<Giving>, comment: string | null): void {
  const { application, round, organisationName, assessedBy, points, outOf, scores } = data;
  rows.assessments.add({ application, round, organisation_name: organisationName, assessed_by: assessedBy, points, out_of: outOf, comment, effective_on: on });
  for (const { criterion, name, weight, score, reason = null } of scores) rows.assessment_scores.add({ application, assessed_by: assessedBy, criterion, name, weight, score, reason });
}

interface Placing {
  readonly round: string;
  readonly page?: number | undefined;
  readonly ranks: readonly { readonly application: string; readonly points: number; readonly assessors: number; readonly rank: number; readonly placed: string }[];
}
function place(rows: Rows, { on, version, data: { round, page = 1, ranks } }: Happened<Placing>): void {
  if (page === 1) rows.rankings.add({ round, ranking: version, effective_on: on });
  for (const { application, points, assessors, rank, placed } of ranks) rows.ranks.add({ round, ranking: version - (page - 1), application, points, assessors, rank, placed, effective_on: on });
}

/** What assessors gave the applications of a round, and how they were ranked. */
export const assessments = view('assessments', {
  version: 4,
  tables,
  from: [assessment],
  on: {
    ApplicationAssessed: (rows, event) => give(rows, event, event.data.comment ?? null),
    AssessmentRevised: (rows, event) => give(rows, event, event.data.reason),
    ApplicationsRanked: place,
    RankingContinued: place,
    ApplicationTakenFromReserve: (rows, { on, version, data: { round, application, reason } }) => rows.reserve_taken.add({ round, version, application, reason, effective_on: on }),
  },
});

type Given = Awaited<ReturnType<typeof givenTo>>[number];

/** The assessments of applications that stand, or stood on a business date: the newest of each assessor on each. */
export async function assessmentsOf(db: Known<[typeof assessments]>, applications: readonly string[], on: IsoDate | undefined): Promise<readonly Given[]> {
  const given: Given[] = [];
  for (const several of inParts(applications)) given.push(...(await givenTo(db, several, on)));
  return [...new Map(given.map((each) => [`${each.application} ${each.assessedBy}`, each])).values()];
}

const givenTo = (db: Known<[typeof assessments]>, several: readonly string[], on: IsoDate | undefined) =>
  db
    .selectFrom('assessments')
    .select(['position', 'application', 'assessed_by as assessedBy', 'effective_on as assessedOn', 'points', 'out_of as outOf', 'comment'])
    .where('application', 'in', several)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? ''))
    .orderBy('application').orderBy('position').orderBy('line').execute();
