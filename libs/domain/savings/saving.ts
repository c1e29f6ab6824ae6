import { handsShown, minus, nil, present, stream, type AwardRef, type Code, type Money, type OrganisationRef, type Person } from '#kernel';
import { add, empty, expected, type Buckets } from './buckets.js';
import type { Attribution, Qualifier, SavingKind, SavingPeriod } from './saving-fields.js';
import * as events from './saving.events.js';

/** What every event of a saving repeats. */
export interface SavingAbout {
  readonly programme: Code;
  readonly award?: AwardRef;
  readonly recipient?: OrganisationRef;
  readonly recipientName?: string;
  readonly kind: SavingKind;
  readonly period: SavingPeriod;
}
export interface Claim {
  readonly number: number;
  readonly amount: Money;
  /** What withdrawing it takes off the forecast again. */
  readonly newlyForecast: Money;
  readonly document: string;
  /** Whoever claimed it, and whoever they stood in for: neither validates it. */
  readonly claimedBy: readonly Person[];
  readonly stage: 'waiting' | 'validated' | 'rejected' | 'withdrawn';
}
export interface Forecast {
  readonly stage: 'forecast';
  readonly about: SavingAbout;
  readonly qualifier: Qualifier;
  readonly attribution: Attribution;
  readonly buckets: Buckets;
  readonly claims: readonly Claim[];
}
export type SavingState = { readonly stage: 'absent' } | Forecast;

/** The claim that waits for a validator: there is never more than one. */
export const waitingClaim = ({ claims }: Pick<Forecast, 'claims'>): Claim | undefined => claims.find(({ stage }) => stage === 'waiting');

/** A document's name without its spacing, punctuation and capitals: INV17 and inv-17 are one. */
const plain = (document: string): string => document.normalize('NFKC').toLowerCase().match(/\p{L}+|\p{N}+/gu)?.join(' ') ?? '';
/** Whether a document stands behind a claim that waits or was accepted, so that a second claim would count it twice. */
export const documentCounts = ({ claims }: Forecast, document: string): boolean =>
  claims.some((claim) => (claim.stage === 'waiting' || claim.stage === 'validated') && plain(claim.document) === plain(document));

/** Ends the claim that waits. Second pair of eyes: a history in which another claim ends, or none waits, is a bug. */
function end(state: SavingState, number: number, stage: 'validated' | 'rejected' | 'withdrawn'): Forecast {
  const before = present(state);
  if (waitingClaim(before)?.number !== number) throw new Error(`Claim ${number} does not wait for a validator, so it cannot be ${stage}`);
  return { ...before, claims: before.claims.map((claim) => (claim.number === number ? { ...claim, stage } : claim)) };
}

export const saving = stream('saving', { events, initial: { stage: 'absent' } as SavingState }).evolvedBy({
  SavingForecast: (_, { amount, qualifier, attribution, document: __, forecastBy: ___, ...about }) => ({
    stage: 'forecast', about, qualifier, attribution, buckets: add(empty, { forecast: amount.minor }), claims: [],
  }),
  ForecastRevised(state, { before, amount, qualifier }) {
    const was = present(state);
    if (expected(was.buckets).minor !== before.minor) throw new Error(`The forecast was ${expected(was.buckets).minor} before, not ${before.minor} pence`);
    return {
      ...was,
      qualifier,
      buckets: add(was.buckets, { forecast: minus(amount, before).minor }),
      // A forecast that was stated anew holds whatever a claim had added to the old one: withdrawing the claim leaves it alone.
      claims: was.claims.map((claim) => ({ ...claim, newlyForecast: nil })),
    };
  },
  SavingClaimed(state, { claim: number, amount, newlyForecast, document, claimedBy }, about) {
    const before = present(state);
    if (waitingClaim(before)) throw new Error('A saving has one claim at a time');
    return {
      ...before,
      buckets: add(before.buckets, { forecast: newlyForecast.minor - amount.minor, claimed: amount.minor }),
      claims: [...before.claims, { number, amount, newlyForecast, document, claimedBy: handsShown(claimedBy, about), stage: 'waiting' }],
    };
  },
  SavingValidated(state, { claim, accepted, rejected }) {
    const ended = end(state, claim, accepted.minor > 0 ? 'validated' : 'rejected');
    return { ...ended, buckets: add(ended.buckets, { claimed: -accepted.minor - rejected.minor, validated: accepted.minor, rejected: rejected.minor }) };
  },
  ClaimWithdrawn(state, { claim, amount, noLongerForecast }) {
    const ended = end(state, claim, 'withdrawn');
    return { ...ended, buckets: add(ended.buckets, { claimed: -amount.minor, forecast: amount.minor - noLongerForecast.minor }) };
  },
});
