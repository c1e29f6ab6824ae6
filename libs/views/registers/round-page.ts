import { reference, type RoundRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { applicationRow, applicationsAsOf, type ApplicationRow } from './application-row.js';
import { applications } from './applications.js';
import { assessments, assessmentsOf } from './assessments.js';
import { awardRegister } from './award-register.js';
import { awardRow } from './award-row.js';
import { rowsAsOf } from './awards-as-of.js';
import { programmes } from './programmes.js';
import { criteriaOf, oneRound, standingOf, type Criterion, type RoundStanding } from './round-row.js';

/** A round with its terms, its criteria and the applications for it. */
export interface RoundPage extends RoundStanding {
  readonly programme: string;
  readonly programmeName: string;
  readonly scoringBegunOn: string | null;
  readonly criteria: readonly Criterion[];
  readonly applications: readonly ApplicationRow[];
}

class RoundAsked {
  @reference('RD', 'Round') round!: RoundRef;
}

export const roundPage = questionOn('round', {
  summary: 'A round: its terms, what is left of it, its criteria and the applications for it.',
  permission: 'register:read',
  input: RoundAsked,
  from: [programmes, applications, awardRegister],
  takesAsOf: true,
  async ask(db, { round }, { asOf }): Promise<RoundPage | undefined> {
    const found = await oneRound(db, round);
    if (!found) return undefined;
    const begun = await db.selectFrom('awards_begun as begun').innerJoin('awards', 'awards.reference', 'begun.award').select(awardRow).where('begun.in_round', '=', round).execute();
    const awards = asOf ? await rowsAsOf(db, begun, asOf.on) : begun;
    const standing = await standingOf(db, found, awards.reduce((sum, { committedMinor }) => sum + committedMinor, 0), asOf?.on);
    if (!standing) return undefined;
    const programme = await db.selectFrom('programmes').select('name').where('code', '=', found.programme).executeTakeFirst();
    const scoring = await db.selectFrom('rounds').select('scoring_begun_on as begunOn').where('reference', '=', round).executeTakeFirst();
    const begunOn = scoring?.begunOn ?? null;
    const nominated = await db.selectFrom('applications').select(applicationRow).where('round', '=', round).orderBy('reference').execute();
    return {
      ...standing,
      programme: found.programme,
      programmeName: programme?.name ?? found.programme,
      scoringBegunOn: asOf && begunOn !== null && begunOn > asOf.on ? null : begunOn,
      criteria: (await criteriaOf(db, round, asOf?.on)).criteria,
      applications: asOf ? await applicationsAsOf(db, nominated, asOf.on) : nominated,
    };
  },
});

/** An application in the competition of its round. Points are hundredths of a point out of 100, averaged over its assessors. */
export interface Contender {
  readonly application: string;
  readonly organisationName: string;
  readonly assessors: number;
  readonly pointsHundredths: number;
  /** Where it was ranked. */
  readonly rank: number | null;
  readonly placed: string | null;
}

export const competition = questionOn('competition', {
  summary: 'What the applications for a round were scored, and how they were ranked: best first.',
  permission: 'audit:read',
  input: RoundAsked,
  from: [assessments],
  takesAsOf: true,
  async ask(db, { round }, { asOf }): Promise<readonly Contender[]> {
    const given = await assessmentsOf(db, { round }, asOf?.on);
    const ranks = await db
      .selectFrom('ranks').select(['position', 'application', 'rank', 'placed']).where('round', '=', round)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
    const newest = ranks.at(-1)?.position ?? 0;
    const taken = await db
      .selectFrom('reserve_taken').select('application').where('round', '=', round).where('position', '>', newest)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).execute();
    const standing = new Map(ranks.filter(({ position }) => position === newest).map((each) => [each.application, each]));
    const contenders = [...Map.groupBy(given, ({ application }) => application)].map(([application, scores]): Contender => {
      const rank = standing.get(application);
      const [total, outOf] = [scores.reduce((sum, { points }) => sum + points, 0), scores.reduce((sum, each) => sum + each.outOf, 0)];
      return {
        application, organisationName: scores[0]?.organisationName ?? '', assessors: scores.length, pointsHundredths: Math.floor((20_000 * total + outOf) / (2 * outOf)),
        rank: rank?.rank ?? null, placed: taken.some((each) => each.application === application) ? 'recommended' : (rank?.placed ?? null),
      };
    });
    return contenders.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.pointsHundredths - a.pointsHundredths || (a.application < b.application ? -1 : 1));
  },
});
