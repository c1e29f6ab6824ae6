import type { Visit } from '../visits/visit.js';

/** An award as lists show it. Amounts are pence; null where the award has not come that far. */
export interface AwardRow {
  readonly reference: string;
  readonly title: string;
  readonly recipientName: string;
  readonly programme: string;
  readonly stage: string;
  readonly ceilingMinor: number | null;
  readonly agreedMinor: number | null;
  readonly paidMinor: number;
  readonly matchRequiredMinor: number;
  readonly matchVerifiedMinor: number;
  readonly matchGapMinor: number;
}

/** What one source of match has come to. */
export interface SourceRow {
  readonly name: string;
  readonly reference: string;
  readonly pledgedMinor: number;
  readonly evidencedMinor: number;
  readonly verifiedMinor: number;
}

export interface PaymentRow {
  readonly reference: string;
  readonly award: string;
  readonly payeeName: string;
  readonly stage: string;
  readonly amountMinor: number;
}

/** An award as its own page shows it. */
export interface AwardSeen extends AwardRow {
  readonly proposedMinor: number | null;
  readonly authorisedMinor: number;
  readonly programmeName: string;
  readonly recipient: string;
  readonly application: string;
  readonly fund: string;
  readonly financialYear: string;
  readonly round: string;
  readonly instrument: string;
  readonly acceptBy: string | null;
  readonly putTo: string | null;
  readonly sources: readonly SourceRow[];
  readonly payments: readonly PaymentRow[];
}

export interface ProgrammeRow {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
}
export interface RoundRow {
  readonly reference: string;
  readonly name: string;
  readonly fund: string;
  readonly financialYear: string;
  readonly isOpen: boolean;
  readonly allocationMinor: number;
  readonly leftMinor: number;
}
export interface ProgrammeSeen extends ProgrammeRow {
  readonly awardCeilingMinor: number;
  readonly awards: number;
  readonly approved: number;
  readonly ceilingMinor: number;
  readonly agreedMinor: number;
  readonly headroomMinor: number;
  readonly paidMinor: number;
  readonly matchRequiredMinor: number;
  readonly matchVerifiedMinor: number;
  readonly matchGapMinor: number;
  readonly short: number;
  readonly rounds: readonly RoundRow[];
}

export interface TimelineRow {
  readonly position: number;
  readonly sentence: string;
  readonly actor: string;
  readonly role: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly isLate: boolean;
}

/** An account of a sub-ledger. Debits are positive. */
export interface AccountRow {
  readonly account: string;
  readonly name: string;
  readonly balanceMinor: number;
}
export interface Balance {
  readonly ledger: string;
  readonly title: string;
  readonly about: string;
  readonly accounts: readonly AccountRow[];
}
export interface EntryRow {
  readonly position: number;
  readonly account: string;
  readonly accountName: string;
  readonly amountMinor: number;
  readonly balanceMinor: number;
  readonly code: string;
  readonly about: string;
  readonly effectiveOn: string;
}

export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}
export interface Paging {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** What the pages read. Each answer stands for the moment that the visitor looks at, or for `at`. */
export interface Readings {
  award(visit: Visit, reference: string, at?: number): Promise<AwardSeen | undefined>;
  awards(visit: Visit, filter: { readonly stage?: string; readonly programme?: string; readonly short?: boolean; readonly words?: string }, paging: Paging): Promise<Paged<AwardRow>>;
  programmes(visit: Visit): Promise<readonly ProgrammeRow[]>;
  programme(visit: Visit, code: string): Promise<ProgrammeSeen | undefined>;
  payments(visit: Visit, filter: { readonly stage?: string }, paging: Paging): Promise<Paged<PaymentRow>>;
  payment(visit: Visit, reference: string): Promise<PaymentRow | undefined>;
  timeline(visit: Visit, reference: string, at?: number): Promise<readonly TimelineRow[]>;
  balances(visit: Visit): Promise<readonly Balance[]>;
  account(visit: Visit, account: string, about: string | undefined, paging: Paging): Promise<(Paged<EntryRow> & { readonly name: string; readonly balanceMinor: number }) | undefined>;
  entriesOf(visit: Visit, position: number): Promise<readonly EntryRow[]>;
}
