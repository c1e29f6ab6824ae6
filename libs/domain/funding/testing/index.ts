import { gbp, toDate, toPerson, toReference } from '#kernel';
import { limit, limitEvents } from '#domain/limits';
import { organisation, organisationEvents } from '#domain/organisations';
import { aFundAndAProgramme, future } from '#domain/programmes/testing';
import { ExpenseClaimed } from '../claim.events.js';
import { claim } from '../claim.js';
import { ExpenseIncurred, FundingOffered } from '../funding.events.js';
import { funding } from '../funding.js';

export const council = toReference('OR', 'OR-2012-011');
export const contractor = toReference('OR', 'OR-2012-012');
export const firstFunding = toReference('FN', 'FN-2012-001');
export const firstClaim = toReference('XC', 'XC-2012-001');
export const fundingRef = `funding.${firstFunding}`;
export const about = { funding: firstFunding, programme: future, funder: council, funderName: 'Research Council' };

export const offered = FundingOffered({
  ...about, amount: gbp(900_000), qualifier: 'exact', from: toDate('2012-06-01'), until: toDate('2013-05-31'), heldBy: 'us', purpose: 'a guide to research',
});
const heldByFunder = FundingOffered({ ...offered.data, heldBy: 'funder' });
export const incurred = ExpenseIncurred({ ...about, amount: gbp(320_000), what: 'travel', document: 'Invoice 7' });
export const claimed = ExpenseClaimed({ ...about, claim: firstClaim, amount: gbp(200_000), document: 'Claim 1', claimedBy: toPerson('finance') });

export const opened = limitEvents.LimitOpened({ subject: `funding ${firstFunding}`, unit: 'GBP', bucket: 'unclaimed', amount: 900_000 });
export const moved = (from: string, to: string, pence: number, because: string) => limitEvents.LimitMoved({ unit: 'GBP', from, to, amount: pence, because });

export const aProgrammeAndBodies = aFundAndAProgramme
  .and(organisation, council, organisationEvents.OrganisationRegistered({ name: 'Research Council', type: 'public-body' }))
  .and(organisation, contractor, organisationEvents.OrganisationRegistered({ name: 'Navigators Limited', type: 'company' }));

/** £9,000.00 for a year, of which £3,200.00 is spent, of which £2,000.00 is claimed: each goes on from the one before. */
export const aFunding = aProgrammeAndBodies.and(funding, firstFunding, offered).and(limit, fundingRef, opened);
export const anExpense = aFunding.and(funding, firstFunding, incurred);
export const aClaim = anExpense.and(claim, firstClaim, claimed).and(limit, fundingRef, moved('unclaimed', 'claimed', 200_000, firstClaim));
export const aFundingHeldByFunder = aProgrammeAndBodies.and(funding, firstFunding, heldByFunder).and(limit, fundingRef, opened);
