import { code, reference, type Code, type CohortRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { cohortsAt, type CohortRow, type CohortSeen } from './cohort-row.js';
import { cohorts } from './cohorts.js';

/** Days on which two cohorts ran beside each other; nothing as the end while both still run. */
export interface Overlap {
  readonly first: string;
  readonly second: string;
  readonly from: string;
  readonly until: string | null;
}
export interface CohortsSeen {
  readonly cohorts: readonly CohortRow[];
  /** Places that we fill and those taken, over all cohorts that opened. */
  readonly ours: number;
  readonly taken: number;
  /** The same people by the stage of their cohort. */
  readonly finished: number;
  readonly active: number;
  /** Cohorts that did not open yet. */
  readonly planned: number;
  /** Distinct bodies that hold places. */
  readonly bodies: number;
  readonly waiting: number;
  readonly alumni: number;
  /** Against how many bodies a programme wants to reach: above nought, it reached more. */
  readonly targets: readonly { readonly financialYear: string; readonly atLeast: number; readonly ahead: number }[];
  readonly overlaps: readonly Overlap[];
}

class CohortsAsked {
  @code('Programme') programme!: Code;
}
class CohortAsked {
  @reference('CH', 'Cohort') cohort!: CohortRef;
}

const placesIn = (of: readonly CohortRow[]): number => of.reduce((sum, { taken }) => sum + taken, 0);

export const cohortsList = questionOn('cohorts', {
  summary: 'The cohorts of a programme: their places, who took part, who waits, and which ran beside each other.',
  permission: 'register:read',
  input: CohortsAsked,
  from: [cohorts],
  takesAsOf: true,
  async ask(db, { programme }, { asOf }): Promise<CohortsSeen> {
    const seen = await cohortsAt(db, 'programme', programme, asOf?.on);
    const targets = await db
      .selectFrom('cohort_targets').select(['financial_year', 'at_least']).where('programme', '=', programme)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
    const standing = new Map(targets.map(({ financial_year: year, at_least: atLeast }) => [year, atLeast]));
    const bodies = new Set(seen.flatMap((each) => each.bodies.map(({ organisation }) => organisation))).size;
    const opened = seen.filter(({ stage }) => stage !== 'planned');
    return {
      cohorts: seen.map(({ bodies: _, waitingList: __, enlargements: ___, ...row }) => row),
      ours: opened.reduce((sum, { ours }) => sum + (ours ?? 0), 0), taken: placesIn(opened),
      finished: placesIn(seen.filter(({ stage }) => stage === 'completed')), active: placesIn(seen.filter(({ stage }) => stage === 'open')), planned: seen.length - opened.length,
      bodies, waiting: seen.reduce((sum, { waiting }) => sum + waiting, 0), alumni: seen.reduce((sum, { alumni }) => sum + alumni, 0),
      targets: [...standing].sort().map(([financialYear, atLeast]) => ({ financialYear, atLeast, ahead: bodies - atLeast })),
      overlaps: overlapsOf(opened),
    };
  },
});

/** Every two cohorts that ran on the same days, the earlier one first. */
function overlapsOf(opened: readonly CohortRow[]): readonly Overlap[] {
  const running = opened
    .flatMap(({ reference: of, startsOn, completedOn }) => (startsOn === null ? [] : [{ of, startsOn, completedOn }]))
    .sort((a, b) => (a.startsOn < b.startsOn || (a.startsOn === b.startsOn && a.of < b.of) ? -1 : 1));
  return running.flatMap((first, i) =>
    running.slice(i + 1).flatMap((second): Overlap[] => {
      if (first.completedOn !== null && first.completedOn < second.startsOn) return [];
      const ends = [first.completedOn, second.completedOn].filter((end) => end !== null).sort();
      return [{ first: first.of, second: second.of, from: second.startsOn, until: ends[0] ?? null }];
    }));
}

export const cohortPage = questionOn('cohort', {
  summary: 'A cohort: the bodies in it, those that wait in their order, and how it was enlarged.',
  permission: 'register:read',
  input: CohortAsked,
  from: [cohorts],
  takesAsOf: true,
  ask: async (db, { cohort }, { asOf }): Promise<CohortSeen | undefined> => (await cohortsAt(db, 'cohort', cohort, asOf?.on))[0],
});
