import { decide, exceeds, isNil, minus, money, optional, present, reference, refuse, showMoney, text, type Money, type Person, type SavingRef } from '#kernel';
import { SavingValidated } from '../saving.events.js';
import { saving, waitingClaim, type Forecast } from '../saving.js';

export class ValidateSaving {
  @reference('SV', 'Saving') saving!: SavingRef;
  @money('Accepted', { orNil: true, hint: 'What of the claim came about; £0.00 rejects it' }) accepted!: Money;
  @optional(text('Reason', { hint: 'Needed where less than the claim is accepted' })) reason?: string;
}

const claimants = (forecast: Forecast): readonly Person[] => waitingClaim(forecast)?.claimedBy ?? [];

export const validateSaving = decide(saving, ValidateSaving, {
  summary: 'Validate the claim of a saving: accept all, a part or none of it.',
  permission: 'savings:validate',
  ref: ({ saving: ref }) => ref,
  refusals: {
    'no-claim-is-waiting': 'No claim of this saving waits for a validator',
    'accepts-more-than-claimed': '{claimed} is claimed, so no more than that can be accepted',
    'rejection-needs-a-reason': '{rejected} of the claim is not accepted. Say why',
    'validator-claimed-it': 'You claimed this saving, so someone else must validate it',
  },
  apart: { 'validator-claimed-it': ({ state }) => claimants(present(state)) },
  rule(state, { accepted, reason }, { actor }) {
    const forecast = present(state);
    const claim = waitingClaim(forecast);
    if (!claim) return refuse('no-claim-is-waiting');
    if (exceeds(accepted, claim.amount)) return refuse('accepts-more-than-claimed', { claimed: showMoney(claim.amount) });
    const rejected = minus(claim.amount, accepted);
    if (!isNil(rejected) && reason === undefined) return refuse('rejection-needs-a-reason', { rejected: showMoney(rejected) });

    return [SavingValidated({ ...forecast.about, claim: claim.number, accepted, rejected, ...(reason === undefined ? {} : { reason }), validatedBy: actor })];
  },
});
