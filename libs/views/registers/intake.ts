import { sql } from 'kysely';
import { reference, type IsoDate, type RoundRef } from '#kernel';
import { questionOn, type Known } from '../question-on.js';
import { applications } from './applications.js';

/** What a document says of how many came, against the register when it was stated. `difference` is stated less listed. */
export interface CountOfIntake {
  readonly document: string;
  readonly stated: number;
  readonly listed: number;
  readonly difference: number;
  readonly bodiesStated: number | null;
  readonly bodies: number;
  readonly on: string;
}
/** How a round was taken up: numbers of applications. */
export interface Intake {
  readonly round: string;
  readonly applications: number;
  readonly bodies: number;
  readonly waiting: number;
  readonly withdrawn: number;
  readonly declined: number;
  readonly takenForward: number;
  readonly late: number;
  readonly sentAgain: number;
  /** With the applicant, to be put right. */
  readonly returned: number;
  /** Those that meet every rule and every preference. */
  readonly preferred: number;
  /** Those that are eligible and do not meet a preference. */
  readonly flagged: number;
  readonly notEligible: number;
  /** As documents state it, in the order in which that was recorded. */
  readonly counts: readonly CountOfIntake[];
}

class IntakeAsked {
  @reference('RD', 'Round') round!: RoundRef;
}

/** Applications that are alike in all that is counted here. */
interface Alike {
  readonly stage: string;
  readonly eligibility: string;
  /** Each 1 or 0. */
  readonly wasLate: number;
  readonly wasSentAgain: number;
  readonly isReturned: number;
  readonly many: number;
}
const flag = {
  late: sql<number>`case when late is null then 0 else 1 end`,
  again: sql<number>`case when sent > 1 then 1 else 0 end`,
  returned: sql<number>`case when returned is null then 0 else 1 end`,
};
type Counted = Known<[typeof applications]>;

/** Counted where they are kept: a hundred thousand of them are a handful of lines. */
const standing = (db: Counted, round: RoundRef): Promise<readonly Alike[]> =>
  db
    .selectFrom('applications')
    .select(['stage', 'eligibility', flag.late.as('wasLate'), flag.again.as('wasSentAgain'), flag.returned.as('isReturned')])
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('round', '=', round).groupBy(['stage', 'eligibility', flag.late, flag.again, flag.returned]).execute();

async function bodiesNow(db: Counted, round: RoundRef): Promise<number> {
  const alike = await db
    .selectFrom('application_bodies').select(({ fn }) => ['bodies', fn.countAll<number>().as('many')])
    .where('round', '=', round).groupBy('bodies').execute();
  return alike.reduce((sum, { bodies, many }) => sum + bodies * many, 0);
}

const listedBy = (db: Counted, round: RoundRef, on: IsoDate) =>
  db.selectFrom('applications_begun as begun').where('begun.in_round', '=', round).where('begun.began_on', '<=', on);

/**
 * As they stood on a business date, by the newest of what had taken effect by then; those that nobody had put forward are left out. Each is
 * looked up, and none is read out; most were sent once, never returned and never screened, which is asked first.
 */
function stoodOn(db: Counted, round: RoundRef, on: IsoDate): Promise<readonly Alike[]> {
  const stood = listedBy(db, round, on)
    .innerJoin('applications', 'applications.reference', 'begun.application')
    .select(flag.late.as('wasLate'))
    .select(({ selectFrom, case: when }) => {
      const stages = selectFrom('application_stages as stages').whereRef('stages.application', '=', 'begun.application').where('stages.effective_on', '<=', on);
      const sendings = selectFrom('application_sendings as sending')
        .whereRef('sending.application', '=', 'begun.application').where('sending.effective_on', '<=', on);
      const screenings = selectFrom('application_screenings as screening')
        .whereRef('screening.application', '=', 'begun.application').where('screening.effective_on', '<=', on);
      const returns = selectFrom('application_returns as sent_back')
        .whereRef('sent_back.application', '=', 'begun.application').where('sent_back.effective_on', '<=', on);
      const newestSending = sendings.orderBy('sending.position', 'desc').limit(1);
      const [lastSent, lastScreened, lastReturned] = [
        newestSending.select('sending.position'),
        screenings.select(({ fn }) => fn.max('screening.position').as('last')), returns.select(({ fn }) => fn.max('sent_back.position').as('last')),
      ];
      return [
        stages.select('stages.stage').orderBy('stages.position', 'desc').orderBy('stages.line', 'desc').limit(1).as('stage'),
        when()
          .when(lastScreened, 'is', null).then(newestSending.select('sending.eligibility'))
          .when(lastScreened, '<', lastSent).then(newestSending.select('sending.eligibility'))
          .else(screenings.select('screening.eligibility').orderBy('screening.position', 'desc').limit(1)).end().as('eligibility'),
        when().when('applications.sent', '=', 1).then(0).when(newestSending.select('sending.sent'), '>', 1).then(1).else(0).end().as('wasSentAgain'),
        when().when(lastReturned, 'is', null).then(0).when(lastReturned, '>', lastSent).then(1).else(0).end().as('isReturned'),
      ];
    })
    .as('stood');
  return db
    .selectFrom(stood).select(['stage', 'eligibility', 'wasLate', 'wasSentAgain', 'isReturned']).select(({ fn }) => fn.countAll<number>().as('many'))
    .groupBy(['stage', 'eligibility', 'wasLate', 'wasSentAgain', 'isReturned']).$narrowType<{ stage: string; eligibility: string }>().execute();
}

async function bodiesOn(db: Counted, round: RoundRef, on: IsoDate): Promise<number> {
  const { bodies } = await listedBy(db, round, on)
    .innerJoin('application_bodies as entered', 'entered.application', 'begun.application')
    .select(({ fn }) => fn.sum<number | null>('entered.bodies').as('bodies')).executeTakeFirstOrThrow();
  return bodies ?? 0;
}

export const intake = questionOn('intake', {
  summary: 'How many applications came for a round, how they stand by its rules, and what documents state of their number.',
  permission: 'register:read',
  input: IntakeAsked,
  from: [applications],
  takesAsOf: true,
  async ask(db, { round }, { asOf }): Promise<Intake> {
    const alike = await (asOf ? stoodOn(db, round, asOf.on) : standing(db, round));
    const bodies = await (asOf ? bodiesOn(db, round, asOf.on) : bodiesNow(db, round));
    const by = (meets: (each: Alike) => boolean): number => alike.reduce((sum, each) => sum + (meets(each) ? each.many : 0), 0);
    const stated = await db
      .selectFrom('counts_stated').select(['document', 'stated', 'listed', 'bodies_stated as bodiesStated', 'bodies', 'effective_on as on']).where('round', '=', round)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
    return {
      round,
      applications: by(() => true),
      bodies,
      waiting: by(({ stage }) => stage === 'nominated'),
      withdrawn: by(({ stage }) => stage === 'withdrawn'),
      declined: by(({ stage }) => stage === 'declined'),
      takenForward: by(({ stage }) => stage === 'taken-forward'),
      late: by(({ wasLate }) => wasLate === 1),
      sentAgain: by(({ wasSentAgain }) => wasSentAgain === 1),
      returned: by(({ stage, isReturned }) => stage === 'nominated' && isReturned === 1),
      preferred: by(({ eligibility }) => eligibility === 'eligible'),
      flagged: by(({ eligibility }) => eligibility === 'flagged'),
      notEligible: by(({ eligibility }) => eligibility === 'not-eligible'),
      counts: stated.map((each) => ({ ...each, difference: each.stated - each.listed })),
    };
  },
});
