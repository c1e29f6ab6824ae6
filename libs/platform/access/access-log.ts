import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was asked and not granted, or read. Ids and names of rules only: never an input, never a name of a person. */
export interface AccessEntry {
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  /** Name of the command or question, or "sign-in". */
  readonly asked: string;
  readonly outcome: string;
  /** The refusal or the missing permission. */
  readonly because?: string;
}

/** A log of its own beside the event log. When it can't be written, what was to be logged fails. */
export interface AccessLog {
  note(entry: AccessEntry): void;
  close(): void;
}

/** One JSON document a line, appended in one write each, so that two processes never mix their lines. */
export function fileAccessLog(file: string): AccessLog {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, 'a', 0o600);
  return {
    note: (entry) => {
      writeSync(descriptor, `${JSON.stringify(entry)}\n`);
    },
    close: () => {
      closeSync(descriptor);
    },
  };
}

export function memoryAccessLog(): AccessLog & { readonly entries: readonly AccessEntry[] } {
  const entries: AccessEntry[] = [];
  return { entries, note: (entry) => void entries.push(entry), close: () => undefined };
}
