import { gbp, minus, type Money } from '#kernel';
import type { savingEvents } from '#domain/savings';
import type { Code } from '../codes.js';
import { savedIn, savedInLifetime, type SavingBasis } from '../places.js';
import { move, type Transaction } from '../posting.js';
import type { PostingsOf } from './of.js';

interface Saved {
  readonly programme: string;
  readonly award?: string | undefined;
  readonly kind: string;
  readonly period: { readonly kind: 'year'; readonly financialYear: string } | { readonly kind: 'lifetime' };
}

/** From one basis to another, within the year that the saving is of. What is of a lifetime was never claimed: the rules refuse it. */
function between(saved: Saved, from: SavingBasis, to: SavingBasis, amount: Money, code: Code): Transaction {
  if (saved.period.kind === 'lifetime') throw new Error('A figure for a lifetime is stated, and not claimed against a year');
  const { financialYear } = saved.period;
  return move(savedIn(saved, financialYear, from), savedIn(saved, financialYear, to), amount, code);
}

const forecast = (saved: Saved, amount: Money, code: Code): Transaction =>
  saved.period.kind === 'lifetime' ? move(savedInLifetime(saved, 'LifetimeMemo'), savedInLifetime(saved, 'Lifetime'), amount, code) : between(saved, 'Memo', 'Forecast', amount, code);
const lower = (saved: Saved, amount: Money, code: Code): Transaction =>
  saved.period.kind === 'lifetime' ? move(savedInLifetime(saved, 'Lifetime'), savedInLifetime(saved, 'LifetimeMemo'), amount, code) : between(saved, 'Forecast', 'Memo', amount, code);

export const SavingForecast: PostingsOf<typeof savingEvents.SavingForecast> = ({ data }) =>
  forecast(data, data.amount, data.period.kind === 'lifetime' ? 'lifetime-stated' : 'saving-forecast');

export const ForecastRevised: PostingsOf<typeof savingEvents.ForecastRevised> = ({ data }) => {
  const raised = minus(data.amount, data.before);
  return raised.minor > 0 ? forecast(data, raised, 'forecast-raised') : lower(data, gbp(-raised.minor), 'forecast-lowered');
};

export const SavingClaimed: PostingsOf<typeof savingEvents.SavingClaimed> = ({ data }) => [
  ...between(data, 'Memo', 'Forecast', data.newlyForecast, 'claimed-above-forecast'),
  ...between(data, 'Forecast', 'Claimed', data.amount, 'saving-claimed'),
];

export const SavingValidated: PostingsOf<typeof savingEvents.SavingValidated> = ({ data }) => [
  ...between(data, 'Claimed', 'Validated', data.accepted, 'saving-validated'),
  ...between(data, 'Claimed', 'Rejected', data.rejected, 'saving-rejected'),
];

/** The exact reverse of a claim that nobody had validated. */
export const ClaimWithdrawn: PostingsOf<typeof savingEvents.ClaimWithdrawn> = ({ data }) => [
  ...between(data, 'Claimed', 'Forecast', data.amount, 'correction'),
  ...between(data, 'Forecast', 'Memo', data.noLongerForecast, 'correction'),
];
