/** Money of outside funders, and who bears costs in our place. */
import { claimsList } from './claims-list.js';
import { fundingPage } from './funding-page.js';
import { fundingsList } from './fundings-list.js';
import { fundings } from './fundings.js';

export type { ExpenseClaimRow } from './expense-claim-row.js';
export { claimsList } from './claims-list.js';
export { fundingPage, type Contractor, type FundingPage } from './funding-page.js';
export type { FundingRow } from './funding-row.js';
export { fundingsList, type CostBearer, type ProgrammeFunding } from './fundings-list.js';
export { fundings } from './fundings.js';
export const fundingViews = [fundings] as const;
export const fundingQuestions = [fundingsList, fundingPage, claimsList] as const;
