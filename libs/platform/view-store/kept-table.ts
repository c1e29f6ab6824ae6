import type { Position } from '#platform/event-store';
import type { Change } from './changes.js';
import type { TableWrites } from './view-database.js';

/** Carries changes of a batch out on one table, in memory, and says what is then to be written. */
export interface KeptTable {
  /** Notes what must be known before the change is carried out, and returns the name of the row or account it is about. */
  expect(change: Change): string;
  /** Finds out what is not remembered: one question for all that was expected. */
  lookUp(): Promise<void>;
  /** `false` means that the row to change was not there. What an event gave and the table does not take throws. */
  carryOut(change: Change, name: string, position: Position, line: number): boolean;
  /** What the batch comes to. Asked once for each batch. */
  writes(): TableWrites;
  /** It was written: what stands now is remembered. */
  settle(): void;
  /** Lets go of what is remembered and of what the batch did: it was not written, or others have been here. */
  forget(): void;
}
