import { sumOfSavings, type SumOfSavings } from '#domain/savings';
import type { IsoDate } from '#kernel';
import type { AwardRow } from './award-row.js';
import { bodiesOf, stands, worth } from './programme-awards.js';
import type { RoundStanding, Rounds } from './round-row.js';
import { figuresOf, type SavingRow } from './saving-row.js';

/** A whole number of hundredths of pounds gained for each pound given: 12990 reads 129.90 : 1. */
export type Hundredths = number;

/** How far a programme has come in a financial year, against its targets where it has any. Pence. */
export interface YearOfProgress {
  readonly financialYear: string;
  readonly awards: number;
  readonly grantMinor: number;
  /** Distinct public bodies that hold an award of the year or share in one. */
  readonly councils: number;
  readonly councilsTarget: number | null;
  /** Below nought: beaten by so many. */
  readonly councilsToGo: number | null;
  readonly forecast: SumOfSavings;
  readonly claimed: SumOfSavings;
  readonly validated: SumOfSavings;
  readonly savingsTargetMinor: number | null;
  /** The target less what is forecast, without anything on another basis. */
  readonly savingsToGoMinor: number | null;
  /** Where each award is a fixed sum: what the target number of councils needs, and what of it is not committed yet. */
  readonly fixedSumMinor: number | null;
  readonly grantNeedMinor: number | null;
  readonly grantToGoMinor: number | null;
  /** Savings forecast for each pound of the year's grant, cut off after the second decimal; only where savings of the year are a target. */
  readonly savingsForAPound: Hundredths | null;
}

interface Standing {
  readonly awards: readonly AwardRow[];
  readonly rounds: readonly RoundStanding[];
  readonly savings: readonly SavingRow[];
}

/** Every financial year in which a programme has a round, a saving or a target, oldest first. */
export async function progressOf(db: Rounds, programme: string, { awards, rounds, savings }: Standing, on: IsoDate | undefined): Promise<readonly YearOfProgress[]> {
  const targets = await db
    .selectFrom('targets').select(['financial_year', 'target', 'at_least']).where('programme', '=', programme)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').orderBy('line').execute();
  const years = new Set([...rounds.map(({ financialYear }) => financialYear), ...savings.flatMap(({ financialYear }) => financialYear ?? []), ...targets.map((each) => each.financial_year)]);
  const seen = [...years].sort().map(async (financialYear): Promise<YearOfProgress> => {
    const target = (kind: string): number | null => targets.findLast((each) => each.financial_year === financialYear && each.target === kind)?.at_least ?? null;
    const held = awards.filter((each) => stands(each) && each.financialYear === financialYear);
    const councils = (await bodiesOf(db, held)).size;
    const of = savings.filter((each) => each.financialYear === financialYear);
    const on = (basis: 'forecast' | 'claimed' | 'validated'): SumOfSavings => sumOfSavings(of.flatMap((row) => figuresOf(row, basis)));
    const forecast = on('forecast');
    const forecastMinor = forecast.added ? forecast.amount.minor : null;
    const grantMinor = held.reduce((sum, each) => sum + worth(each), 0);
    const [councilsTarget, savingsTargetMinor, fixedSumMinor] = [target('councils'), target('savings'), fixedSumOf(rounds, financialYear)];
    const grantNeedMinor = councilsTarget === null || fixedSumMinor === null ? null : councilsTarget * fixedSumMinor;
    return {
      financialYear, awards: held.length, grantMinor, councils, councilsTarget, councilsToGo: councilsTarget === null ? null : councilsTarget - councils,
      forecast, claimed: on('claimed'), validated: on('validated'),
      savingsTargetMinor, savingsToGoMinor: savingsTargetMinor === null || forecastMinor === null ? null : savingsTargetMinor - forecastMinor,
      fixedSumMinor, grantNeedMinor, grantToGoMinor: grantNeedMinor === null ? null : grantNeedMinor - grantMinor,
      savingsForAPound: savingsTargetMinor === null || grantMinor === 0 || forecastMinor === null ? null : Number((BigInt(forecastMinor) * 100n) / BigInt(grantMinor)),
    };
  });
  return Promise.all(seen);
}

/** The one fixed sum of a year's rounds; none where they differ or one has none. */
function fixedSumOf(rounds: readonly RoundStanding[], year: string): number | null {
  const sums = new Set(rounds.filter(({ financialYear }) => financialYear === year).map(({ terms, termsMinor }) => (terms === 'fixed' ? termsMinor : null)));
  const [only = null] = sums;
  return sums.size === 1 ? only : null;
}
