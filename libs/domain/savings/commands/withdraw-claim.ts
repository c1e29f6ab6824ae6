import { decide, present, reference, refuse, text, type SavingRef } from '#kernel';
import { ownBodyRefusals } from '#domain/organisations';
import { mustActForBearer, readBearer } from '../policies/bearer.js';
import { ClaimWithdrawn } from '../saving.events.js';
import { saving, waitingClaim } from '../saving.js';

export class WithdrawClaim {
  @reference('SV', 'Saving') saving!: SavingRef;
  @text('Reason') reason!: string;
}

export const withdrawClaim = decide(saving, WithdrawClaim, {
  summary: 'Withdraw a claim that nobody validated yet; the saving is only forecast again.',
  permission: 'savings:claim',
  ref: ({ saving: ref }) => ref,
  facts: async (read, _, state) => ({ award: await readBearer(read, present(state).about.award) }),
  refusals: { ...ownBodyRefusals, 'no-claim-is-waiting': 'No claim of this saving waits for a validator' },
  rule(state, { saving: corrects, reason }, { actor, actsFor, facts }) {
    const foreign = mustActForBearer(actsFor, facts.award);
    if (foreign) return foreign;
    const forecast = present(state);
    const claim = waitingClaim(forecast);
    if (!claim) return refuse('no-claim-is-waiting');

    const { number, amount, newlyForecast: noLongerForecast } = claim;
    return [ClaimWithdrawn({ ...forecast.about, corrects, claim: number, amount, noLongerForecast, reason, withdrawnBy: actor })];
  },
});
