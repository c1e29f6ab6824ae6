import { code, type Code } from '#kernel';
import { loosest, type Qualifier } from '#domain/limits';
import { questionOn } from '../question-on.js';
import { fundingsOf, type FundingRow } from './funding-row.js';
import { fundings } from './fundings.js';

export interface CostBearer {
  readonly organisation: string;
  readonly name: string;
  readonly what: string;
  readonly sinceOn: string;
}
/** Outside money of a programme. A total is no surer than its least sure part: it says "about" where one of them does. */
export interface ProgrammeFunding {
  readonly fundings: readonly FundingRow[];
  readonly total: { readonly amountMinor: number; readonly qualifier: Qualifier };
  readonly netCostMinor: number;
  /** What money of outside funders was given a use here, whichever programme it was offered to. */
  readonly uses: readonly { readonly funding: string; readonly amountMinor: number; readonly qualifier: Qualifier; readonly what: string; readonly on: string }[];
  readonly costBearers: readonly CostBearer[];
}

class ProgrammeAsked {
  @code('Programme') programme!: Code;
}

export const fundingsList = questionOn('fundings', {
  summary: 'What outside funders pay for a programme, what of it was claimed back, what that leaves as our cost, and who bears costs in our place.',
  permission: 'register:read',
  input: ProgrammeAsked,
  from: [fundings],
  takesAsOf: true,
  async ask(db, { programme }, { asOf }): Promise<ProgrammeFunding> {
    const rows = await fundingsOf(db, { programme }, asOf?.on);
    const costBearers = await db
      .selectFrom('cost_bearers').select(['organisation', 'name', 'what', 'effective_on as sinceOn']).where('programme', '=', programme)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').execute();
    const uses = await db
      .selectFrom('funding_uses').select(['funding', 'amount_minor as amountMinor', 'qualifier', 'what', 'effective_on as on']).where('programme', '=', programme)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').execute();
    const add = (of: 'amountMinor' | 'netCostMinor'): number => rows.reduce((sum, each) => sum + each[of], 0);
    return {
      fundings: rows, total: { amountMinor: add('amountMinor'), qualifier: loosest(rows.map(({ qualifier }) => qualifier)) }, netCostMinor: add('netCostMinor'),
      uses: uses.map(({ qualifier, ...each }) => ({ ...each, qualifier: qualifier as Qualifier })), costBearers,
    };
  },
});
