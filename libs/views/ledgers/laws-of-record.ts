import type { Happened, Reactions } from '#kernel';
import type { assessment } from '#domain/assessments';
import type { award } from '#domain/awards';
import type { delivery } from '#domain/delivery';
import type { claim } from '#domain/funding';
import type { evidence } from '#domain/match-funding';
import type { payment } from '#domain/payments';
import type { saving } from '#domain/savings';
import type { Breach } from './invariants/index.js';

/** What somebody did to a record, and what its doer must not have done to the same record before. */
const apart = {
  approved: ['recommended', 'assessed'],
  authorised: ['verified match for'],
  released: ['authorised'],
  verified: ['received'],
  validated: ['claimed'],
  answered: ['submitted'],
  'recorded as paid': ['claimed back'],
} as const;
type Checked = keyof typeof apart;

/**
 * Two laws of the record, read from the events alone: whoever decides did not prepare what is decided (I22), and evidence
 * counts for no more than it shows (I18). The rules ask states that were folded; this reads who did what, and compares.
 */
export class LawsOfRecord {
  static readonly sentences: Readonly<Record<string, string>> = {
    I18: 'Of no evidence is more accepted and rejected than it shows, and each is assessed once',
    I22: [
      'Nobody approved, or confirmed or carried forward money of, what they recommended or assessed, authorised what they verified,',
      'released what they authorised, verified what they received, validated or recorded as paid what they claimed, or answered what they submitted',
    ].join(' '),
  };
  readonly #hands = new Map<string, Set<string>>();
  readonly #shown = new Map<string, number>();
  readonly applicationOf = new Map<string, string>();
  readonly #breaches: (Breach & { readonly name: string })[] = [];

  get breaches(): readonly (Breach & { readonly name: string })[] {
    return this.#breaches;
  }

  /** Events in the order of the log. */
  take(event: Happened): void {
    const react = on[event.type as keyof typeof on] as ((laws: LawsOfRecord, event: Happened) => void) | undefined;
    react?.(this, event);
  }

  /** Evidence shows so much more, or so much of it was assessed. */
  show({ ref, position }: Happened, minor: number): void {
    const left = (this.#shown.get(ref) ?? 0) + minor;
    if (left < 0) this.#breaches.push({ name: 'I18', where: `event @${position}`, what: `${ref} counts for ${-left} pence more than it shows` });
    this.#shown.set(ref, left);
  }

  /** An award, and the application that was assessed for it. */
  awardOf({ ref }: Happened): readonly string[] {
    return [ref, this.applicationOf.get(ref) ?? ref];
  }

  did({ meta }: Happened, what: string, record: string): void {
    for (const hand of handsOf(meta)) this.#of(what, record).add(hand);
  }

  mustBeApart({ meta, position }: Happened, what: Checked, ...records: readonly string[]): void {
    for (const before of apart[what]) for (const record of records) for (const hand of handsOf(meta)) {
      if (this.#of(before, record).has(hand)) this.#breaches.push({ name: 'I22', where: `event @${position}`, what: `${hand} ${what} ${record} and had ${before} it` });
    }
  }

  #of(what: string, record: string): Set<string> {
    const key = `${what} ${record}`;
    const hands = this.#hands.get(key) ?? new Set();
    this.#hands.set(key, hands);
    return hands;
  }
}

/** Whoever acted, and whoever they stood in for. */
const handsOf = ({ actor = '', onBehalfOf }: Happened['meta']): readonly string[] => (onBehalfOf === undefined ? [actor] : [actor, onBehalfOf]);

const outputOf = ({ ref, data: { output, period = '' } }: Happened<{ readonly output: string; readonly period?: string | undefined }>): string => `${ref} ${output} ${period}`.trim();

const on: Reactions<readonly [typeof assessment, typeof award, typeof payment, typeof evidence, typeof saving, typeof delivery, typeof claim], void, [LawsOfRecord]> = {
  ApplicationAssessed: (laws, event) => laws.did(event, 'assessed', event.data.application),
  AwardRecommended(laws, event) {
    laws.applicationOf.set(event.ref, event.data.application);
    laws.did(event, 'recommended', event.ref);
  },
  AwardApproved: (laws, event) => laws.mustBeApart(event, 'approved', ...laws.awardOf(event)),
  TrancheConfirmed: (laws, event) => laws.mustBeApart(event, 'approved', ...laws.awardOf(event)),
  CarriedForward: (laws, event) => laws.mustBeApart(event, 'approved', ...laws.awardOf(event)),
  EvidenceReceived(laws, event) {
    laws.show(event, event.data.amount.minor);
    laws.did(event, 'received', event.ref);
  },
  EvidenceAssessed(laws, event) {
    laws.show(event, -event.data.accepted.minor - event.data.rejected.minor);
    laws.mustBeApart(event, 'verified', event.ref);
    laws.did(event, 'verified match for', event.data.award);
  },
  EvidenceReopened: (laws, event) => laws.show(event, event.data.accepted.minor + event.data.rejected.minor),
  PaymentAuthorised(laws, event) {
    laws.mustBeApart(event, 'authorised', event.data.award);
    laws.did(event, 'authorised', event.ref);
  },
  PaymentReleased: (laws, event) => laws.mustBeApart(event, 'released', event.ref),
  SavingClaimed: (laws, event) => laws.did(event, 'claimed', `${event.ref} claim ${event.data.claim}`),
  SavingValidated: (laws, event) => laws.mustBeApart(event, 'validated', `${event.ref} claim ${event.data.claim}`),
  OutputSubmitted: (laws, event) => laws.did(event, 'submitted', outputOf(event)),
  OutputAccepted: (laws, event) => laws.mustBeApart(event, 'answered', outputOf(event)),
  OutputSentBack: (laws, event) => laws.mustBeApart(event, 'answered', outputOf(event)),
  ExpenseClaimed: (laws, event) => laws.did(event, 'claimed back', event.ref),
  ExpenseReimbursed: (laws, event) => laws.mustBeApart(event, 'recorded as paid', event.ref),
};
