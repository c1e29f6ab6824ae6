import { reference, type IsoDate, type RoundRef } from '#kernel';
import { countedFrom } from '../paging.js';
import { questionOn, type Known } from '../question-on.js';
import { applications } from './applications.js';
import { awardRegister } from './award-register.js';
import { programmes } from './programmes.js';
import { criteriaOf, oneRound, standingOf, type Criterion, type RoundStanding } from './round-row.js';

/** A round with its terms, its criteria and how many applications there are for it: `applications` and `competition` list them. */
export interface RoundPage extends RoundStanding {
  readonly programme: string;
  readonly programmeName: string;
  readonly scoringBegunOn: string | null;
  readonly criteria: readonly Criterion[];
  /** Counted up to a bound: where `moreApplications` says so there are more. */
  readonly applications: number;
  readonly moreApplications: boolean;
}

class RoundAsked {
  @reference('RD', 'Round') round!: RoundRef;
}

export const roundPage = questionOn('round', {
  summary: 'A round: its terms, what is left of it, its criteria and how many applications there are for it.',
  permission: 'register:read',
  input: RoundAsked,
  from: [programmes, applications, awardRegister],
  takesAsOf: true,
  async ask(db, { round }, { asOf }): Promise<RoundPage | undefined> {
    const found = await oneRound(db, round);
    if (!found) return undefined;
    const standing = await standingOf(db, found, await committedOf(db, round, asOf?.on), asOf?.on);
    if (!standing) return undefined;
    const programme = await db.selectFrom('programmes').select('name').where('code', '=', found.programme).executeTakeFirst();
    const scoring = await db.selectFrom('rounds').select('scoring_begun_on as begunOn').where('reference', '=', round).executeTakeFirst();
    const begunOn = scoring?.begunOn ?? null;
    const came = db.selectFrom('applications_begun as begun').where('begun.in_round', '=', round).$if(asOf !== undefined, (query) => query.where('begun.began_on', '<=', asOf?.on ?? ''));
    const { total, more = false } = await countedFrom(came, {});
    return {
      ...standing,
      programme: found.programme,
      programmeName: programme?.name ?? found.programme,
      scoringBegunOn: asOf && begunOn !== null && begunOn > asOf.on ? null : begunOn,
      criteria: (await criteriaOf(db, round, asOf?.on)).criteria,
      applications: total,
      moreApplications: more,
    };
  },
});

/** What the awards of a round hold of its money, added up where they are kept. Pence. */
async function committedOf(db: Known<[typeof awardRegister]>, round: string, on: IsoDate | undefined): Promise<number> {
  const begun = db.selectFrom('awards_begun as begun').where('begun.in_round', '=', round);
  if (on === undefined) {
    const held = await begun
      .innerJoin('awards', 'awards.reference', 'begun.award')
      .select(({ fn }) => [fn.sum<number | null>('awards.committed_minor').as('committed'), fn.sum<number | null>('awards.elsewhere_minor').as('elsewhere')]).executeTakeFirstOrThrow();
    return (held.committed ?? 0) - (held.elsewhere ?? 0);
  }
  const figures = await begun
    .where('begun.began_on', '<=', on).innerJoin('award_figures as figures', 'figures.award', 'begun.award').where('figures.effective_on', '<=', on)
    .where('figures.figure', 'in', ['committed_minor', 'elsewhere_minor']).groupBy('figures.figure')
    .select(({ fn }) => ['figures.figure', fn.sum<number>('figures.amount_minor').as('amount')]).execute();
  return figures.reduce((sum, { figure, amount }) => sum + (figure === 'committed_minor' ? amount : -amount), 0);
}
