/** Stored. Change only through saving.history.ts. */
import { code, count, event, money, optional, person, reference, text } from '#kernel';
import { qualified } from '#domain/limits';
import { attribution, period, qualifier, savingKind } from './saving-fields.js';

/*
 * Every event says whose saving it is, of what kind and when: a ledger is derived from events alone. `programme` is always
 * there; `award` only where the saving is of one award. Optional fields and choices are named here, before the sentences.
 */
const about = {
  programme: code('Programme'),
  award: optional(reference('AW', 'Award')),
  recipient: optional(reference('OR', 'Recipient')),
  recipientName: optional(text('Name of the recipient')),
  kind: savingKind,
  period,
};
const claim = count('Number of the claim', { min: 1, hint: 'Counts the claims of this saving' });
const corrects = reference('SV', 'Corrects');
const reason = optional(text('Reason'));

type Show = (field: 'programme' | 'award' | 'recipientName' | 'kind' | 'period') => string;
const whose = (show: Show): string => (show('recipientName') ? `${show('recipientName')} (${show('award')})` : show('programme'));
/** "cashable savings of PRODEXP, FY1617". */
const what = (show: Show): string => `${show('kind')} of ${whose(show)}, ${show('period')}`;

export const SavingForecast = event('SavingForecast', {
  fields: { ...about, amount: money('Amount'), qualifier, attribution, document: text('Document'), forecastBy: person('Forecast by') },
  sentence: ({ qualifier: of, period: { kind } }, show) =>
    `A ${kind === 'lifetime' ? 'figure' : 'forecast'} of ${qualified(of, show('amount'))} was recorded: ` +
    `${what(show)}, ${show('attribution')} (${show('document')})`,
});

export const ForecastRevised = event('ForecastRevised', {
  fields: {
    ...about,
    before: money('Amount before', { orNil: true }),
    amount: money('Amount', { orNil: true, hint: 'All that is expected now, what is claimed already included' }),
    qualifierBefore: qualifier,
    qualifier,
    reason: text('Reason'),
    revisedBy: person('Revised by'),
  },
  sentence: ({ qualifier: now, qualifierBefore }, show) =>
    `The forecast of ${what(show)} was revised from ${qualified(qualifierBefore, show('before'))} ` +
    `to ${qualified(now, show('amount'))}: ${show('reason')}`,
});

export const SavingClaimed = event('SavingClaimed', {
  fields: {
    ...about,
    claim,
    amount: money('Amount'),
    newlyForecast: money('Of it newly forecast', { orNil: true, hint: 'What the claim has above all that was still forecast' }),
    document: text('Document'),
    claimedBy: person('Claimed by'),
  },
  sentence: ({ newlyForecast }, show) =>
    `${show('amount')} was claimed as ${what(show)} (claim ${show('claim')}, ${show('document')})` +
    `${newlyForecast.minor > 0 ? `; ${show('newlyForecast')} of it was not forecast before` : ''}`,
});

export const SavingValidated = event('SavingValidated', {
  fields: { ...about, claim, accepted: money('Accepted', { orNil: true }), rejected: money('Rejected', { orNil: true }), reason, validatedBy: person('Validated by') },
  sentence: ({ rejected, reason: why }, show) =>
    `${show('accepted')} of ${what(show)} was validated (claim ${show('claim')})` +
    `${rejected.minor > 0 ? `, ${show('rejected')} was not accepted` : ''}${why ? `: ${show('reason')}` : ''}`,
});

/** The exact reverse of a claim that nobody validated yet. */
export const ClaimWithdrawn = event('ClaimWithdrawn', {
  fields: {
    ...about,
    corrects,
    claim,
    amount: money('Amount'),
    noLongerForecast: money('Of it no longer forecast', { orNil: true, hint: 'What the claim had added to the forecast' }),
    reason: text('Reason'),
    withdrawnBy: person('Withdrawn by'),
  },
  sentence: ({ noLongerForecast }, show) =>
    `Claim ${show('claim')} of ${show('amount')} as ${what(show)} was withdrawn: ${show('reason')}` +
    `${noLongerForecast.minor > 0 ? `; ${show('noLongerForecast')} of it is no longer forecast` : ''}`,
});
