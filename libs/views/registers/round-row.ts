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
  /** "fixed", "ceiling", or none of its own. */
  readonly terms: string | null;
  readonly termsMinor: number | null;
  readonly matchRatio: number | null;
  readonly payableBeforeVerified: number | null;
  readonly matchFrom: string | null;
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
  'rounds.allocation_minor as allocationMinor', 'budget_lines.available_minor as fundAvailableMinor', 'rounds.terms', 'rounds.terms_minor as termsMinor',
  'rounds.match_ratio as matchRatio', 'rounds.payable_before_verified as payableBeforeVerified', 'rounds.match_from as matchFrom',
] as const;

const fromRounds = (db: Rounds) =>
  db
    .selectFrom('rounds')
    .innerJoin('funds', 'funds.code', 'rounds.fund')
    .innerJoin('budget_lines', (join) => join.onRef('budget_lines.fund', '=', 'rounds.fund').onRef('budget_lines.financial_year', '=', 'rounds.financial_year'))
    .select(columns);

export const roundsOf = (db: Rounds, programme: string) => fromRounds(db).where('rounds.programme', '=', programme).orderBy('rounds.reference').execute();
export const oneRound = (db: Rounds, round: string) => fromRounds(db).where('rounds.reference', '=', round).executeTakeFirst();
type Kept = Awaited<ReturnType<typeof roundsOf>>[number];

/** A round as it stood, from what its awards hold; undefined when it had not been opened by the business date. */
export async function standingOf(db: Rounds, { stage, closedOn, programme: _, ...round }: Kept, committedMinor: number, on: IsoDate | undefined): Promise<RoundStanding | undefined> {
  if (on !== undefined && round.openedOn > on) return undefined;
  const isOpen = on === undefined ? stage === 'open' : closedOn === null || closedOn > on;
  const fundAvailableMinor = on === undefined ? round.fundAvailableMinor : await availableOn(db, round.fund, round.financialYear, on);
  const { highestScore } = await criteriaOf(db, round.reference, on);
  return { ...round, highestScore, isOpen, fundAvailableMinor, leftMinor: isOpen ? round.allocationMinor - committedMinor : 0 };
}

/** The criteria that stand or stood, those that were set last, and the highest score on each; none where applications are not scored. */
export async function criteriaOf(db: Known<[typeof programmes]>, round: string, on: IsoDate | undefined): Promise<{ readonly criteria: readonly Criterion[]; readonly highestScore: number | null }> {
  const all = await db
    .selectFrom('round_criteria').select(['position', 'code', 'name', 'weight', 'highest_score']).where('round', '=', round)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute();
  const newest = all.filter(({ position }) => position === all.at(-1)?.position);
  return { criteria: newest.map(({ code, name, weight }) => ({ code, name, weight })), highestScore: newest[0]?.highest_score ?? null };
}

async function availableOn(db: Rounds, fund: string, year: string, on: IsoDate): Promise<number> {
  const { available } = await db
    .selectFrom('line_changes').select(({ fn }) => fn.sum<number | null>('amount_minor').as('available'))
    .where('fund', '=', fund).where('financial_year', '=', year).where('effective_on', '<=', on).executeTakeFirstOrThrow();
  return available ?? 0;
}
