import type { AccessAsked, AccessEntry, AccessPage } from './access-entry.js';

/** A log of its own beside the event log. Nothing in it is ever changed. */
export interface AccessLog {
  /** Resolves when it is written. When it can't be written, what was to be logged fails. */
  note(entry: AccessEntry): Promise<void>;
  read(asked: AccessAsked): Promise<AccessPage>;
  close(): Promise<void>;
}
