import type { IsoDate } from '#kernel';
import type { Known } from '../question-on.js';
import type { fundings } from './fundings.js';

export type Fundings = Known<[typeof fundings]>;

/** A claim on an outside funder. Pence. */
export interface ExpenseClaimRow {
  readonly claim: string;
  readonly funding: string;
  readonly programme: string;
  readonly funderName: string;
  readonly amountMinor: number;
  readonly stage: 'claimed' | 'reimbursed' | 'rejected';
  readonly document: string;
  readonly claimedOn: string;
  readonly answeredOn: string | null;
  /** The bank's reference, or why it was not accepted. */
  readonly answer: string | null;
}

/** Claims of a programme, of a funding, or all of them, by their numbers, as they stood. */
export async function claimsOf(db: Fundings, { programme, funding }: { readonly programme?: string | undefined; readonly funding?: string | undefined }, on: IsoDate | undefined): Promise<readonly ExpenseClaimRow[]> {
  const steps = await db
    .selectFrom('claim_steps').select(['claim', 'funding', 'programme', 'funder_name as funderName', 'step', 'amount_minor as amountMinor', 'note', 'effective_on as effectiveOn'])
    .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
    .$if(funding !== undefined, (query) => query.where('funding', '=', funding ?? ''))
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? ''))
    .orderBy('position').execute();
  const claims = new Map<string, ExpenseClaimRow>();
  for (const { step, note, effectiveOn, ...about } of steps) {
    const before = claims.get(about.claim);
    if (step === 'claimed') claims.set(about.claim, { ...about, stage: 'claimed', document: note, claimedOn: effectiveOn, answeredOn: null, answer: null });
    else if (before) claims.set(about.claim, { ...before, stage: step === 'reimbursed' ? 'reimbursed' : 'rejected', answeredOn: effectiveOn, answer: note });
  }
  return [...claims.values()];
}
