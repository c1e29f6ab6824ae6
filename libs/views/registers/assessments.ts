import { entries, view, type Happened, type IsoDate, type RowsOf } from '#kernel';
import { assessment } from '#domain/assessments';
import type { Known } from '../question-on.js';

const tables = {
  /** What each assessor gave an application, and gave it when they revised it: the newest of each stands. Points out of `out_of`. */
  assessments: entries({
    columns: {
      application: 'text', round: 'text', organisation_name: 'text', assessed_by: 'text', points: 'integer', out_of: 'integer', comment: 'text?', effective_on: 'text',
    },
    indexes: [['round'], ['application']],
  }),
  /** Scores as they were given, each at the position of its assessment. */
  assessment_scores: entries({
    columns: { application: 'text', assessed_by: 'text', criterion: 'text', name: 'text', weight: 'integer', score: 'integer', reason: 'text?' },
    indexes: [['application']],
  }),
  /** Rankings: the lines of the newest position are the ranking that stands. Points in hundredths. */
  ranks: entries({
    columns: { round: 'text', application: 'text', points: 'integer', assessors: 'integer', rank: 'integer', placed: 'text', effective_on: 'text' },
    indexes: [['round']],
  }),
  /** Applications that were taken from the reserve since. */
  reserve_taken: entries({ columns: { round: 'text', application: 'text', reason: 'text', effective_on: 'text' }, indexes: [['round']] }),
};
type Rows = RowsOf<typeof tables>;

interface Given {
  readonly application: string;
  readonly round: string;
  readonly organisationName: string;
  readonly assessedBy: string;
  readonly points: number;
  readonly outOf: number;
  readonly scores: readonly { readonly criterion: string; readonly name: string; readonly weight: number; readonly score: number; readonly reason?: string | undefined }[];
}
function give(rows: Rows, { on, data }: Happened<Given>, comment: string | null): void {
  const { application, round, organisationName, assessedBy, points, outOf, scores } = data;
  rows.assessments.add({ application, round, organisation_name: organisationName, assessed_by: assessedBy, points, out_of: outOf, comment, effective_on: on });
  for (const { criterion, name, weight, score, reason = null } of scores) rows.assessment_scores.add({ application, assessed_by: assessedBy, criterion, name, weight, score, reason });
}

/** What assessors gave the applications of a round, and how they were ranked. */
export const assessments = view('assessments', {
  version: 2,
  tables,
  from: [assessment],
  on: {
    ApplicationAssessed: (rows, event) => give(rows, event, event.data.comment ?? null),
    AssessmentRevised: (rows, event) => give(rows, event, event.data.reason),
    ApplicationsRanked(rows, { on, data: { round, ranks } }) {
      for (const { application, points, assessors, rank, placed } of ranks) rows.ranks.add({ round, application, points, assessors, rank, placed, effective_on: on });
    },
    ApplicationTakenFromReserve: (rows, { on, data: { round, application, reason } }) => rows.reserve_taken.add({ round, application, reason, effective_on: on }),
  },
});

/** The assessments of a round or an application that stand, or stood on a business date: the newest of each assessor on each. */
export async function assessmentsOf(db: Known<[typeof assessments]>, { round, application }: { readonly round?: string; readonly application?: string }, on: IsoDate | undefined) {
  const given = await db
    .selectFrom('assessments')
    .select(['position', 'application', 'organisation_name as organisationName', 'assessed_by as assessedBy', 'effective_on as assessedOn', 'points', 'out_of as outOf', 'comment'])
    .$if(round !== undefined, (query) => query.where('round', '=', round ?? ''))
    .$if(application !== undefined, (query) => query.where('application', '=', application ?? ''))
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? ''))
    .orderBy('position').orderBy('line').execute();
  return [...new Map(given.map((each) => [`${each.application} ${each.assessedBy}`, each])).values()];
}
