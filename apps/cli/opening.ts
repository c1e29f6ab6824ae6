import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openAccounts, type Accounts } from '#platform/accounts';
import { openInstallation, type Installation } from '#platform/installation';
import { Complaint } from './complaint.js';
import { declarations } from './declarations.js';
import { exitCodes } from './exit-codes.js';

export type { Installation } from '#platform/installation';

export interface Opening {
  readonly folder: string;
  /** What a new log is made as; a log that is there keeps its kind, and another is refused. */
  readonly kind?: 'demonstration' | 'live';
  /** When a new demonstration was opened (ISO instant). */
  readonly recordedAt?: string;
  /** To make views again: they may belong to another log. */
  readonly repairing?: boolean;
}

export const hasLog = (folder: string): boolean => existsSync(join(folder, 'events.db'));

/** Opens an installation that is there already. */
export async function withInstallation<T>(folder: string, use: (installation: Installation) => Promise<T>, options: Pick<Opening, 'repairing'> = {}): Promise<T> {
  if (!hasLog(folder)) {
    throw new Complaint(exitCodes.storeOutOfReach, `There is no log in ${folder}. Begin one with: tally play infra/demonstration/future-councils.yaml --demonstration, or say where it is with --data`);
  }
  return withOpened({ folder, ...options }, use);
}

/** Opens an installation, or begins one, and closes it whatever happens. */
export async function withOpened<T>(opening: Opening, use: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation({ ...opening, declarations });
  try {
    return await use(installation);
  } finally {
    await installation.close();
  }
}

/** Opens the accounts of an installation, and closes them whatever happens. */
export function withAccounts<T>({ folder, clock }: Pick<Installation, 'folder' | 'clock'>, use: (accounts: Accounts) => T): T {
  const accounts = openAccounts({ file: join(folder, 'accounts.db'), clock });
  try {
    return use(accounts);
  } finally {
    accounts.close();
  }
}
