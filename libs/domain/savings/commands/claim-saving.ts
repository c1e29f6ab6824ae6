import { decide, exceeds, minus, money, nil, present, reference, refuse, showMoney, text, type Money, type SavingRef } from '#kernel';
import { ownBodyRefusals } from '#domain/organisations';
import { awardMustBearSavings, awardRefusals } from '../policies/award-must-bear-savings.js';
import { mustActForBearer, readBearer } from '../policies/bearer.js';
import { SavingClaimed } from '../saving.events.js';
import { documentCounts, saving, waitingClaim } from '../saving.js';

export class ClaimSaving {
  @reference('SV', 'Saving') saving!: SavingRef;
  @money('Amount') amount!: Money;
  @text('Document', { hint: 'What shows that it came about' }) document!: string;
}

export const claimSaving = decide(saving, ClaimSaving, {
  summary: 'Claim that a saving came about; what is above the forecast is added to it first.',
  permission: 'savings:claim',
  ref: ({ saving: ref }) => ref,
  facts: async (read, _, state) => ({ award: await readBearer(read, present(state).about.award) }),
  refusals: {
    ...ownBodyRefusals,
    ...awardRefusals,
    'lifetime-is-not-claimed': 'A figure over a lifetime is an evaluator’s statement, so nobody claims it. Forecast the saving for a year and claim that',
    'a-claim-is-waiting': 'Claim {number} of {amount} waits for a validator. Have it validated or withdraw it first',
    'document-is-claimed-already': '{document} was claimed for this saving before, so it would count twice. Name another document',
  },
  rule(state, { amount, document }, { actor, actsFor, facts }) {
    const foreign = mustActForBearer(actsFor, facts.award);
    if (foreign) return foreign;
    const fruitless = awardMustBearSavings(facts.award);
    if (fruitless) return fruitless;
    const forecast = present(state);
    if (forecast.about.period.kind === 'lifetime') return refuse('lifetime-is-not-claimed');
    const waiting = waitingClaim(forecast);
    if (waiting) return refuse('a-claim-is-waiting', { number: waiting.number, amount: showMoney(waiting.amount) });
    if (documentCounts(forecast, document)) return refuse('document-is-claimed-already', { document });

    const { forecast: left } = forecast.buckets;
    const newlyForecast = exceeds(amount, left) ? minus(amount, left) : nil;
    return [SavingClaimed({ ...forecast.about, claim: forecast.claims.length + 1, amount, newlyForecast, document, claimedBy: actor })];
  },
});
