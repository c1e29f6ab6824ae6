import { code, type Code } from '#kernel';
import { questionOn, type Known } from '../question-on.js';
import { awardRegister } from './award-register.js';
import { programmes } from './programmes.js';
import { standing } from './stages.js';

/** A round and what is left of it. Pence. */
export interface RoundStanding {
  readonly reference: string;
  readonly name: string;
  readonly fund: string;
  readonly fundName: string;
  readonly financialYear: string;
  readonly isOpen: boolean;
  /** What it was given when it was opened. */
  readonly allocationMinor: number;
  /** What no award of it holds. */
  readonly leftMinor: number;
  /** What its fund has left that year for other rounds. */
  readonly fundAvailableMinor: number;
}
/** A programme's totals over the awards that stand. Pence. */
export interface ProgrammePage {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
  readonly awardCeilingMinor: number;
  readonly instrument: string;
  readonly evaluatorName: string | null;
  /** Every award, whatever became of it. */
  readonly awards: number;
  readonly approved: number;
  readonly ceilingMinor: number;
  /** Agreed with recipients, signed or not yet. */
  readonly agreedMinor: number;
  /** What the ceilings would allow beyond what is agreed. */
  readonly headroomMinor: number;
  readonly committedMinor: number;
  readonly paidMinor: number;
  readonly matchRequiredMinor: number;
  readonly matchVerifiedMinor: number;
  readonly matchGapMinor: number;
  /** Awards that are short of match. */
  readonly short: number;
  readonly rounds: readonly RoundStanding[];
}

class ProgrammeAsked {
  @code('Programme') programme!: Code;
}
type Db = Known<[typeof programmes, typeof awardRegister]>;

export const programmePage = questionOn('programme', {
  summary: 'A programme: ceilings, what was agreed and paid, match, and the rounds that its money comes from.',
  permission: 'register:read',
  input: ProgrammeAsked,
  from: [programmes, awardRegister],
  async ask(db, { programme: asked }): Promise<ProgrammePage | undefined> {
    const found = await db
      .selectFrom('programmes')
      .select(['code', 'name', 'purpose', 'award_ceiling_minor as awardCeilingMinor', 'instrument', 'evaluator_name as evaluatorName'])
      .where('code', '=', asked)
      .executeTakeFirst();
    return found && { ...found, ...(await totalsOf(db, asked)), rounds: await roundsOf(db, asked) };
  },
});

/** Added up over the awards of one programme, found by an index: the length of the log does not matter. */
async function totalsOf(db: Db, programme: string): Promise<Omit<ProgrammePage, 'rounds' | 'code' | 'name' | 'purpose' | 'awardCeilingMinor' | 'instrument' | 'evaluatorName'>> {
  const all = await db
    .selectFrom('awards')
    .select(['stage', 'ceiling_minor', 'negotiated_minor', 'agreed_minor', 'committed_minor', 'paid_minor', 'match_required_minor', 'match_verified_minor', 'match_gap_minor'])
    .where('programme', '=', programme)
    .execute();
  const held = all.filter(({ stage }) => (standing as readonly string[]).includes(stage));
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => number | null): number => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  const ceilingMinor = sum(held, (each) => each.ceiling_minor);
  const agreedMinor = sum(held, (each) => each.agreed_minor ?? each.negotiated_minor);
  return {
    awards: all.length,
    approved: held.length,
    ceilingMinor,
    agreedMinor,
    headroomMinor: ceilingMinor - agreedMinor,
    committedMinor: sum(all, (each) => each.committed_minor),
    paidMinor: sum(all, (each) => each.paid_minor),
    matchRequiredMinor: sum(all, (each) => each.match_required_minor),
    matchVerifiedMinor: sum(all, (each) => each.match_verified_minor),
    matchGapMinor: sum(all, (each) => each.match_gap_minor),
    short: all.filter((each) => each.match_gap_minor > 0).length,
  };
}

async function roundsOf(db: Db, programme: string): Promise<readonly RoundStanding[]> {
  const rounds = await db
    .selectFrom('rounds')
    .innerJoin('funds', 'funds.code', 'rounds.fund')
    .innerJoin('budget_lines', (join) => join.onRef('budget_lines.fund', '=', 'rounds.fund').onRef('budget_lines.financial_year', '=', 'rounds.financial_year'))
    .select([
      'rounds.reference', 'rounds.name', 'rounds.fund', 'funds.name as fundName', 'rounds.financial_year as financialYear', 'rounds.stage',
      'rounds.allocation_minor as allocationMinor', 'budget_lines.available_minor as fundAvailableMinor',
    ])
    .where('rounds.programme', '=', programme)
    .orderBy('rounds.reference')
    .execute();
  const held = await db.selectFrom('awards').select(['round', 'committed_minor']).where('programme', '=', programme).execute();
  return rounds.map(({ stage, ...round }) => {
    const committed = held.filter((each) => each.round === round.reference).reduce((sum, each) => sum + each.committed_minor, 0);
    return { ...round, isOpen: stage === 'open', leftMinor: stage === 'open' ? round.allocationMinor - committed : 0 };
  });
}
