import { appointContractor } from './commands/appoint-contractor.js';
import { assignFunding } from './commands/assign-funding.js';
import { claimExpense } from './commands/claim-expense.js';
import { incurExpense } from './commands/incur-expense.js';
import { offerFunding } from './commands/offer-funding.js';
import { recordCostBearer } from './commands/record-cost-bearer.js';
import { reimburseClaim } from './commands/reimburse-claim.js';
import { rejectClaim } from './commands/reject-claim.js';
import { varyFunding } from './commands/vary-funding.js';

export * as claimEvents from './claim.events.js';
export { claim, type ClaimState } from './claim.js';
export * as costsEvents from './costs.events.js';
export { costs, type CostsState } from './costs.js';
export { heldBy, type HeldBy } from './funding-fields.js';
export * as fundingEvents from './funding.events.js';
export { funding, type FundingState } from './funding.js';
export const fundingCommands = [offerFunding, varyFunding, assignFunding, appointContractor, recordCostBearer, incurExpense, claimExpense, reimburseClaim, rejectClaim] as const;
