import type { IsoDate } from '#kernel';
import type { HeldBy } from '#domain/funding';
import type { Qualifier } from '#domain/limits';
import { claimsOf, type Fundings } from './expense-claim-row.js';

/** Money of an outside funder. Pence. */
export interface FundingRow {
  readonly funding: string;
  readonly programme: string;
  readonly funder: string;
  readonly funderName: string;
  readonly purpose: string;
  /** The closed initiative whose unspent money it is. */
  readonly unspentOf: string | null;
  readonly heldBy: HeldBy;
  readonly offeredOn: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly qualifier: Qualifier;
  readonly offeredMinor: number;
  /** What it comes to after every variation. */
  readonly amountMinor: number;
  readonly assignedMinor: number;
  readonly incurredMinor: number;
  /** Claimed, and not answered yet. */
  readonly claimedMinor: number;
  readonly receivedMinor: number;
  /** What was spent and is neither claimed nor received: what it costs us. */
  readonly netCostMinor: number;
}

const sum = (rows: readonly { readonly amountMinor: number }[]): number => rows.reduce((total, { amountMinor }) => total + amountMinor, 0);

/** One funding, or those that were offered to a programme, by their numbers, as they stood. */
export async function fundingsOf(db: Fundings, { programme, funding }: { readonly programme?: string | undefined; readonly funding?: string | undefined }, on: IsoDate | undefined): Promise<readonly FundingRow[]> {
  const offered = await db
    .selectFrom('fundings')
    .select(['reference as funding', 'programme', 'funder', 'funder_name as funderName', 'purpose', 'unspent_of as unspentOf', 'held_by as heldBy', 'offered_on as offeredOn', 'from_on as fromOn', 'qualifier'])
    .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
    .$if(funding !== undefined, (query) => query.where('reference', '=', funding ?? ''))
    .orderBy('reference').execute();
  const standing = on === undefined ? offered : offered.filter(({ offeredOn }) => offeredOn <= on);
  return Promise.all(standing.map(async ({ heldBy, qualifier, ...each }) => ({ ...each, heldBy: heldBy as HeldBy, qualifier: qualifier as Qualifier, ...(await standingOf(db, each.funding, on)) })));
}

type Standing = Pick<FundingRow, 'untilOn' | 'offeredMinor' | 'amountMinor' | 'assignedMinor' | 'incurredMinor' | 'claimedMinor' | 'receivedMinor' | 'netCostMinor'>;

async function standingOf(db: Fundings, funding: string, on: IsoDate | undefined): Promise<Standing> {
  const amounts = await db
    .selectFrom('funding_amounts').select(['amount_minor as amountMinor', 'until_on as untilOn']).where('funding', '=', funding)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position').execute();
  const uses = await db
    .selectFrom('funding_uses').select('amount_minor as amountMinor').where('funding', '=', funding).$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).execute();
  const expenses = await db
    .selectFrom('expenses').select('amount_minor as amountMinor').where('funding', '=', funding).$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).execute();
  const claims = await claimsOf(db, { funding }, on);
  const [claimedMinor, receivedMinor] = [sum(claims.filter(({ stage }) => stage === 'claimed')), sum(claims.filter(({ stage }) => stage === 'reimbursed'))];
  const incurredMinor = sum(expenses);
  return {
    untilOn: amounts.at(-1)?.untilOn ?? '', offeredMinor: amounts[0]?.amountMinor ?? 0, amountMinor: amounts.at(-1)?.amountMinor ?? 0,
    assignedMinor: sum(uses), incurredMinor, claimedMinor, receivedMinor, netCostMinor: incurredMinor - claimedMinor - receivedMinor,
  };
}
