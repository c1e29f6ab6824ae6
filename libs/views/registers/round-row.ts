import type { IsoDate } from '#kernel';
import type { Known } from '../question-on.js';
import type { awardRegister } from './award-register.js';
import type { programmes } from './programmes.js';

/** A round, its terms and what is left of it. Pence. */
export interface RoundStanding {
  readonly reference: string;
  readonly name: string;
  readonly fund: string;
  readonly fundName: string;
  readonly financialYear: string;
  readonly isOpen: boolean;
  readonly openedOn: string;
  /** What it was given when it was opened. */
  readonly allocationMinor: number;
  /** What no award of it holds. */
  readonly leftMinor: number;
  /** What its fund has left that year for other rounds. */
  readonly fundAvailableMinor: number;
  /** The kind of its money rule, or none of its own. */
  readonly terms: string | null;
  /** The most that an award may come to, where the rule says so. */
  readonly termsMinor: number | null;
  /** The money rule in words. */
  readonly termsWords: string | null;
  readonly matchRatio: number | null;
  readonly payableBeforeVerified: number | null;
  readonly matchFrom: string | null;
  /** Which version of its scheme stands; 0 where it has none. */
  readonly termsVersion: number;
  /** From and until when bodies may apply. */
  readonly opensOn: string | null;
  readonly lastDay: string | null;
  /** How many awards it has room for. */
  readonly capacity: number | null;
  readonly clonedFrom: string | null;
  /** Where applications are scored. */
  readonly highestScore: number | null;
}
export interface Criterion {
  readonly code: string;
  readonly name: string;
  /** Per cent; those of a round sum to a hundred. */
  readonly weight: number;
}
export type Rounds = Known<[typeof programmes, typeof awardRegister]>;

const columns = [
  'rounds.reference', 'rounds.programme', 'rounds.name', 'rounds.fund', 'funds.name as fundName', 'rounds.financial_year as financialYear', 'rounds.stage', 'rounds.opened_on as openedOn', 'rounds.closed_on as closedOn',
  'rounds.allocation_minor as allocationMinor', 'rounds.terms', 'rounds.terms_minor as termsMinor', 'rounds.terms_words as termsWords',
  'rounds.match_ratio as matchRatio', 'rounds.payable_before_verified as payableBeforeVerified', 'rounds.match_from as matchFrom',
  'rounds.terms_version as termsVersion', 'rounds.opens_on as opensOn', 'rounds.last_day as lastDay', 'rounds.capacity', 'rounds.cloned_from as clonedFrom',
] as const;

const fromRounds = (db: Rounds) => db.selectFrom('rounds').innerJoin('funds', 'funds.code', 'rounds.fund').select(columns);

export const roundsOf = (db: Rounds, programme: string) => fromRounds(db).where('rounds.programme', '=', programme).orderBy('rounds.reference').execute();
export const oneRound = (db: Rounds, round: string) => fromRounds(db).where('rounds.reference', '=', round).executeTakeFirst();
type Kept = Awaited<ReturnType<typeof roundsOf>>[number];

/** A round as it stood, from what its awards hold; undefined when it had not been opened by the business date. */
export async function standingOf(db: Rounds, { stage, closedOn, programme: _, ...round }: Kept, committedMinor: number, on: IsoDate | undefined): Promise<RoundStanding | undefined> {
  if (on !== undefined && round.openedOn > on) return undefined;
  const isOpen = on === undefined ? stage === 'open' : closedOn === null || closedOn > on;
  const fundAvailableMinor = await availableIn(db, round.fund, round.financialYear, on);
  const { highestScore } = await criteriaOf(db, round.reference, on);
  const then = on === undefined || round.termsVersion < 2 ? undefined : await rulesOn(db, round.reference, on);
  const room = on === undefined || round.capacity === null ? undefined : await roomOn(db, round.reference, on);
  return { ...round, ...then, ...room, highestScore, isOpen, fundAvailableMinor, leftMinor: isOpen ? round.allocationMinor - committedMinor : 0 };
}

/** The criteria that stand or stood, those that were set last, and the highest score on each; none where applications are not scored. */
export async function criteriaOf(db: Known<[typeof programmes]>, round: string, on: IsoDate | undefined): Promise<{ readonly criteria: readonly Criterion[]; readonly highestScore: number | null }> {
  const all = await db
    .selectFrom('round_criteria').select(['position', 'code', 'name', 'weight', 'highest_score']).where('round', '=', round)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute();
  const newest = all.filter(({ position }) => position === all.at(-1)?.position);
  return { criteria: newest.map(({ code, name, weight }) => ({ code, name, weight })), highestScore: newest[0]?.highest_score ?? null };
}

/** What a fund has for other rounds: the balance of its line, or what had taken effect by a day. */
async function availableIn(db: Rounds, fund: string, year: string, on: IsoDate | undefined): Promise<number> {
  const line = db.selectFrom('line_changes').where('fund', '=', fund).where('financial_year', '=', year);
  if (on === undefined) return (await line.select('balance').orderBy('position', 'desc').orderBy('line', 'desc').executeTakeFirst())?.balance ?? 0;
  const { available } = await line.select(({ fn }) => fn.sum<number | null>('amount_minor').as('available')).where('effective_on', '<=', on).executeTakeFirstOrThrow();
  return available ?? 0;
}

/** The rules that stood on a day, of a round whose terms were revised. */
const rulesOn = (db: Rounds, round: string, on: IsoDate) =>
  db
    .selectFrom('round_rules')
    .select(['terms', 'terms_minor as termsMinor', 'terms_words as termsWords', 'match_ratio as matchRatio', 'payable_before_verified as payableBeforeVerified', 'match_from as matchFrom', 'version as termsVersion'])
    .where('round', '=', round).where('effective_on', '<=', on).orderBy('position', 'desc').orderBy('line', 'desc').executeTakeFirst();

const roomOn = (db: Rounds, round: string, on: IsoDate) =>
  db.selectFrom('round_room').select('capacity').where('round', '=', round).where('effective_on', '<=', on).orderBy('position', 'desc').executeTakeFirst();
