import { StoreFault, type FaultKind } from '#platform/event-store';

/** What SQLite's result code means for whoever asked. The first entry whose prefix fits is taken. */
const meanings: readonly (readonly [prefix: string, kind: FaultKind, advice: string])[] = [
  ['SQLITE_FULL', 'disk-full', 'the disk is full. Free some space and try again: nothing that was acknowledged is lost'],
  ['SQLITE_BUSY', 'unreachable', 'another process kept the write lock for too long. Try again; if it stays, look for a copy, a backup tool or a shell that holds the file open'],
  ['SQLITE_LOCKED', 'unreachable', 'the file is locked by another connection. Try again'],
  ['SQLITE_CORRUPT', 'corrupt', 'the file is damaged. Stop, keep the file as evidence, and restore a backup'],
  ['SQLITE_NOTADB', 'corrupt', 'the file is not an SQLite database'],
  ['SQLITE_CONSTRAINT', 'corrupt', 'what is stored contradicts its own index. Check the log before anything else is written'],
  ['SQLITE_READONLY', 'unreachable', 'the file or its folder may not be written by this user'],
  ['SQLITE_CANTOPEN', 'unreachable', 'the file cannot be opened: look at the folder and its permissions'],
  ['SQLITE_IOERR', 'unreachable', 'the disk did not do what it was asked. Whether the last append was stored is unknown: check the disk, restart, and repeat it with the same ids'],
];

const fallback = ['', 'unreachable', 'an unexpected answer from SQLite'] as const;

/** Error text and code only, so that it also works for an error that came from another thread. */
export interface SqliteTrouble {
  readonly code: string;
  readonly message: string;
}

export function faultFrom(file: string, trouble: SqliteTrouble, options?: ErrorOptions): StoreFault {
  const [, kind, advice] = meanings.find(([prefix]) => trouble.code.startsWith(prefix)) ?? fallback;
  return new StoreFault(kind, `${file}: ${advice} (${trouble.code}: ${trouble.message})`, options);
}

/** Runs something on a connection; what SQLite throws leaves as a StoreFault. */
export function withFaults<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (isTrouble(cause)) throw faultFrom(file, cause, { cause });
    throw cause;
  }
}

/** By its shape: the class of the error is another one in another thread or test realm. */
const isTrouble = (cause: unknown): cause is SqliteTrouble =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('SQLITE_');
