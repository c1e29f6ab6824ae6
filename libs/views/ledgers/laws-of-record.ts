import type { Happened, Reactions } from '#kernel';
import type { assessment } from '#domain/assessments';
import type { award } from '#domain/awards';
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
} as const;
type Checked = keyof typeof apart;

/**
 * Two laws of the record, read from the events alone: whoever decides did not prepare what is decided (I22), and evidence
 * counts for no more than it shows (I18). The rules ask states that were folded; this reads who did what, and compares.
 */
export class LawsOfRecord {
  static readonly sentences: Readonly<Record<string, string>> = {
    I18: 'Of no evidence is more accepted and rejected than it shows, and each is assessed once',
    I22: 'Nobody approved what they recommended or assessed, authorised what they verified, released what they authorised, verified what they received or validated what they claimed',
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

const on: Reactions<readonly [typeof assessment, typeof award, typeof payment, typeof evidence, typeof saving], void, [LawsOfRecord]> = {
  ApplicationAssessed: (laws, event) => laws.did(event, 'assessed', event.data.application),
  AwardRecommended(laws, event) {
    laws.applicationOf.set(event.ref, event.data.application);
    laws.did(event, 'recommended', event.ref);
  },
  AwardApproved: (laws, event) => laws.mustBeApart(event, 'approved', event.ref, laws.applicationOf.get(event.ref) ?? event.ref),
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
};
