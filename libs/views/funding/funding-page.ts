import { reference, type FundingRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { claimsOf, type ExpenseClaimRow } from './expense-claim-row.js';
import { fundingsOf, type FundingRow } from './funding-row.js';
import { fundings } from './fundings.js';

/** A funding with all that became of it, each oldest first. Pence. */
export interface FundingPage extends FundingRow {
  /** As it was offered, and every variation since. */
  readonly amounts: readonly { readonly on: string; readonly amountMinor: number; readonly untilOn: string; readonly reason: string | null }[];
  readonly uses: readonly { readonly on: string; readonly programme: string; readonly amountMinor: number; readonly qualifier: string; readonly what: string }[];
  readonly contractors: readonly Contractor[];
  readonly expenses: readonly { readonly on: string; readonly amountMinor: number; readonly what: string; readonly document: string }[];
  readonly claims: readonly ExpenseClaimRow[];
}
export interface Contractor {
  readonly organisation: string;
  readonly name: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly what: string;
  readonly months: number;
  readonly agreedMonths: number | null;
  /** The term is longer than was agreed. */
  readonly isLonger: boolean;
}

class FundingAsked {
  @reference('FN', 'Funding') funding!: FundingRef;
}

export const fundingPage = questionOn('funding', {
  summary: 'What an outside funder pays: offered and varied, given a use, spent on its account, claimed and received.',
  permission: 'register:read',
  input: FundingAsked,
  from: [fundings],
  takesAsOf: true,
  async ask(db, { funding }, { asOf }): Promise<FundingPage | undefined> {
    const [row] = await fundingsOf(db, { funding }, asOf?.on);
    if (!row) return undefined;
    const on = asOf?.on;
    const amounts = await db
      .selectFrom('funding_amounts').select(['effective_on as on', 'amount_minor as amountMinor', 'until_on as untilOn', 'reason']).where('funding', '=', funding)
      .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').execute();
    const uses = await db
      .selectFrom('funding_uses').select(['effective_on as on', 'programme', 'amount_minor as amountMinor', 'qualifier', 'what']).where('funding', '=', funding)
      .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').execute();
    const contractors = await db
      .selectFrom('contractors').select(['organisation', 'name', 'from_on as fromOn', 'until_on as untilOn', 'what', 'months', 'agreed_months as agreedMonths']).where('funding', '=', funding)
      .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').execute();
    const expenses = await db
      .selectFrom('expenses').select(['effective_on as on', 'amount_minor as amountMinor', 'what', 'document']).where('funding', '=', funding)
      .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').execute();
    const engaged = contractors.map((each) => ({ ...each, isLonger: each.agreedMonths !== null && each.months > each.agreedMonths }));
    return { ...row, amounts, uses, contractors: engaged, expenses, claims: await claimsOf(db, { funding }, on) };
  },
});
