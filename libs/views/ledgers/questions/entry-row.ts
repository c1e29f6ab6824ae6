import { londonDate } from '#kernel';
import type { Unit } from '#domain/limits';
import { accountName, unitAt } from '../chart.js';
import { codes, type Code } from '../codes.js';

/** A line of the ledger as pages show it. Debits are positive; the balance is the account's after this line. */
export interface EntryRow {
  readonly position: number;
  readonly account: string;
  readonly accountName: string;
  /** What the amounts count: pence, or hundredths of a day. */
  readonly unit: Unit;
  readonly amountMinor: number;
  readonly balanceMinor: number;
  readonly code: string;
  /** What happened and to whom, such as "Agreement signed: AW-2012-004". */
  readonly about: string;
  readonly effectiveOn: string;
  /** The London day on which it was recorded. */
  readonly recordedOn: string;
  /** It took effect before anybody recorded it. */
  readonly isLate: boolean;
}

export interface Entered {
  readonly position: number;
  readonly path: string;
  readonly subject: string;
  readonly amount_minor: number;
  readonly code: string;
  readonly effective_on: string;
  readonly recorded_at: string;
}

export function entryRow({ position, path, subject, amount_minor, code, effective_on, recorded_at }: Entered, balanceMinor: number): EntryRow {
  const recordedOn = londonDate(recorded_at);
  return {
    position, account: path, accountName: accountName(path) ?? path, unit: unitAt(path), amountMinor: amount_minor, balanceMinor,
    code, about: `${codes[code as Code]}: ${subject}`, effectiveOn: effective_on, recordedOn, isLate: effective_on < recordedOn,
  };
}
