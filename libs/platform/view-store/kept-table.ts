import type { Position } from '#platform/event-store';
import type { Change } from './changes.js';

/** Carries changes out on one table. */
export interface KeptTable {
  /** `false` means that the row to change was not there. What an event gave and the table does not take throws. */
  carryOut(change: Change, position: Position, line: number): boolean;
  /** Writes what was held back, before the transaction ends. */
  settle(): void;
  /** Lets go of what is remembered: the transaction was taken back, or others have written. */
  forget(): void;
}
