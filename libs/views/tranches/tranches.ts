import { code, optional, reference, type AwardRef, type Code } from '#kernel';
import { financialYearField } from '#domain/limits';
import { questionOn } from '../question-on.js';
import { awardRegister } from '../registers/award-register.js';
import { awardTranches } from './award-tranches.js';
import { tranchesOf, type TrancheRow } from './tranche-row.js';

class TranchesAsked {
  @reference('AW', 'Award') award!: AwardRef;
}

export const tranches = questionOn('tranches', {
  summary: 'The parts of an award from other budget lines than its first: later years, other funds, what was carried forward.',
  permission: 'register:read',
  input: TranchesAsked,
  from: [awardTranches],
  takesAsOf: true,
  ask: (db, { award }, { asOf }): Promise<readonly TrancheRow[]> => tranchesOf(db, [award], asOf?.on),
});

/** What is only named, and all of it together: beside what is committed and never in it. Pence. */
export interface Conditional {
  readonly rows: readonly TrancheRow[];
  readonly totalMinor: number;
}
class ConditionalAsked {
  @optional(financialYearField()) financialYear?: string;
  @optional(code('Programme')) programme?: Code;
}

export const conditional = questionOn('conditional', {
  summary: 'Later years that are named for awards and subject to their own approval: none of this is committed.',
  permission: 'register:read',
  input: ConditionalAsked,
  from: [awardTranches, awardRegister],
  takesAsOf: true,
  async ask(db, { financialYear, programme }, { asOf }): Promise<Conditional> {
    const named = await db
      .selectFrom('tranche_moves').select('award').distinct().where('stage', '=', 'conditional')
      .$if(
        programme !== undefined,
        (query) => query.where('award', 'in', db.selectFrom('awards_begun').select('awards_begun.award').where('in_programme', '=', programme ?? '')),
      )
      .orderBy('award').execute();
    const parts = await tranchesOf(db, named.map(({ award }) => award), asOf?.on);
    const rows = parts.filter((each) => each.stage === 'conditional' && (financialYear === undefined || each.financialYear === financialYear));
    return { rows, totalMinor: rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0) };
  },
});
