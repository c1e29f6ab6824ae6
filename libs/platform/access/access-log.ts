import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AccessAsked, AccessEntry, AccessPage } from './access-entry.js';
import { fits, readAccessLog } from './read-access-log.js';

/** A log of its own beside the event log. When it can't be written, what was to be logged fails. */
export interface AccessLog {
  note(entry: AccessEntry): void;
  read(asked: AccessAsked): AccessPage;
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
    read: (asked) => readAccessLog(file, asked),
    close: () => {
      closeSync(descriptor);
    },
  };
}

export function memoryAccessLog(): AccessLog & { readonly entries: readonly AccessEntry[] } {
  const entries: AccessEntry[] = [];
  return {
    entries,
    note: (entry) => void entries.push(entry),
    read: ({ before = entries.length, size, reach: _, ...filter }) => {
      const found = entries.slice(0, before).map((entry, at) => ({ entry, at })).filter(({ entry }) => fits(entry, filter)).reverse().slice(0, size);
      const last = found.at(-1)?.at ?? 0;
      return { entries: found.map(({ entry }) => entry), ...(found.length === size && last > 0 ? { before: last } : {}) };
    },
    close: () => undefined,
  };
}
