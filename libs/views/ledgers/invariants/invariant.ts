import type { LedgerRows } from '../standing.js';

/** Where a law of the ledger does not hold, and by how much. */
export interface Breach {
  readonly where: string;
  readonly what: string;
}

/** A law of the ledger: its name in the design, its sentence, and a look through every posting that was known. */
export interface Invariant {
  readonly name: string;
  readonly sentence: string;
  breaches(db: LedgerRows): Promise<readonly Breach[]>;
}

/** More of one kind would not help anybody to find the first. */
export const enough = 20;
