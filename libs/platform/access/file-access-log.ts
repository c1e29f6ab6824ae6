import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AccessLog } from './access-log.js';
import { readAccessLog } from './read-access-log.js';

/** One JSON document a line, appended in one write each, so that two processes never mix their lines. */
export function fileAccessLog(file: string): AccessLog {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, 'a', 0o600);
  return {
    note: async (entry) => void writeSync(descriptor, `${JSON.stringify(entry)}\n`),
    read: async (asked) => readAccessLog(file, asked),
    close: async () => closeSync(descriptor),
  };
}
