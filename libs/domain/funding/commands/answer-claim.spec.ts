import { toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { limit } from '#domain/limits';
import { ExpenseReimbursed, ExpenseRejected } from '../claim.events.js';
import { claim } from '../claim.js';
import { aClaim, about, claimed, firstClaim, fundingRef, moved } from '../testing/index.js';
import { reimburseClaim } from './reimburse-claim.js';
import { rejectClaim } from './reject-claim.js';

const paid = { claim: firstClaim, bankReference: 'CREDIT 41' };
const refusedIt = { claim: firstClaim, reason: 'No receipt' };
const ofClaim = { ...about, claim: firstClaim, amount: claimed.data.amount };
const reimbursed = ExpenseReimbursed({ ...ofClaim, bankReference: 'CREDIT 41' });
const rejected = ExpenseRejected({ ...ofClaim, reason: 'No receipt' });
const other = by('another', '2012-10-01');
const cameBack = aClaim.and(claim, firstClaim, reimbursed).and(limit, fundingRef, moved('claimed', 'received', 200_000, firstClaim));
const turnedDown = aClaim.and(claim, firstClaim, rejected).and(limit, fundingRef, moved('claimed', 'unclaimed', 200_000, `${firstClaim} rejected`));

describe('what a funder does with a claim', () => {
  it.each([['reimbursed', cameBack], ['rejected', turnedDown]])('is refused once it was %s', async (stage, history) => {
    await history.when(reimburseClaim, paid, other).thenRefused('claim-is-answered', { stage });
    await history.when(rejectClaim, refusedIt, other).thenRefused('claim-is-answered', { stage });
  });

  it('is recorded as paid by somebody else than whoever claimed it, or lent the role for it', async () => {
    await aClaim.when(reimburseClaim, paid, by('finance')).thenRefused('claim-was-yours');
    await aClaim.inTheNameOf(toPerson('lender')).when(reimburseClaim, paid, by('lender')).thenRefused('claim-was-yours');
  });

  it('is received once it is paid', () => aClaim.when(reimburseClaim, paid, other).then(reimbursed, moved('claimed', 'received', 200_000, firstClaim)));

  it('may be claimed anew once it was not accepted', () => aClaim.when(rejectClaim, refusedIt, by('finance')).then(rejected, moved('claimed', 'unclaimed', 200_000, `${firstClaim} rejected`)));
});
