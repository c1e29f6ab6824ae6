import { gbp, nil, toPerson, toReference, type Acting } from '#kernel';
import { by } from '#kernel/testing/given';
import { eastRiding, stranger } from '#domain/applications/testing';
import { anAwardSigned, firstAward, recipientName } from '#domain/awards/testing';
import { aFundAndAProgramme, future } from '#domain/programmes/testing';
import { ClaimWithdrawn, ForecastRevised, SavingClaimed, SavingForecast, SavingValidated } from '../saving.events.js';
import { saving } from '../saving.js';

export const firstSaving = toReference('SV', 'SV-2012-001');
export const document = 'Annual report 2012/13';
export const about = {
  programme: future,
  award: firstAward,
  recipient: eastRiding,
  recipientName,
  kind: 'cashable',
  period: { kind: 'year', financialYear: 'FY1213' },
} as const;
/** A recipient's person of another body than the award's. */
export const foreigner: Acting = { ...by('recipient'), actsFor: stranger };
export const ownRecipient: Acting = { ...by('recipient'), actsFor: eastRiding };

/** £100,000.00 forecast for one award. */
export const forecast = SavingForecast({
  ...about, amount: gbp(10_000_000), qualifier: 'over', attribution: 'attributable', document: 'Bid', forecastBy: toPerson('officer'),
});
export const revised = ForecastRevised({
  ...about, before: gbp(10_000_000), amount: gbp(8_000_000), qualifierBefore: 'over', qualifier: 'about', reason: 'Fewer buildings', revisedBy: toPerson('officer'),
});
/** £60,000.00 of it claimed. */
export const claimed = SavingClaimed({ ...about, claim: 1, amount: gbp(6_000_000), newlyForecast: nil, document, claimedBy: toPerson('officer') });
/** £120,000.00 claimed, £20,000.00 more than was forecast. */
export const claimedAbove = SavingClaimed({ ...claimed.data, amount: gbp(12_000_000), newlyForecast: gbp(2_000_000) });
export const validated = SavingValidated({ ...about, claim: 1, accepted: gbp(6_000_000), rejected: nil, validatedBy: toPerson('validator') });
export const withdrawn = ClaimWithdrawn({
  ...about, corrects: firstSaving, claim: 1, amount: gbp(6_000_000), noLongerForecast: nil, reason: 'Wrong year', withdrawnBy: toPerson('officer'),
});
/** An evaluator's figure for the whole programme, as in the paper of 11 July 2017. */
export const lifetime = SavingForecast({
  programme: future,
  kind: 'savings-or-income',
  period: { kind: 'lifetime', of: 'the programme' },
  amount: gbp(13_300_000_000),
  qualifier: 'exact',
  attribution: 'contributed-to',
  document: 'External evaluation',
  forecastBy: toPerson('officer'),
});

export const aSaving = anAwardSigned.and(saving, firstSaving, forecast);
export const aSavingClaimed = aSaving.and(saving, firstSaving, claimed);
export const aSavingValidated = aSavingClaimed.and(saving, firstSaving, validated);
export const aLifetime = aFundAndAProgramme.and(saving, firstSaving, lifetime);
