import { existsSync } from 'node:fs';
import { declarations } from '#attendance';
import { openAccounts, type Accounts } from '#platform/accounts';
import { addressesIn, fileOf, openEventStore, openInstallation, schemeOf, shown, type Installation } from '#platform/installation';
import type { Place } from './cli-command.js';
import { Complaint } from './complaint.js';
import { exitCodes } from './exit-codes.js';

export type { Installation } from '#platform/installation';

export interface Opening extends Place {
  /** What a new log is made as; a log that is there keeps its kind, and another is refused. */
  readonly kind?: 'demonstration' | 'live';
  /** When a new demonstration was opened (ISO instant). */
  readonly recordedAt?: string;
  /** To make views again: they may belong to another log. */
  readonly repairing?: boolean;
}

/** Whether anything was ever stored there. */
export async function hasLog({ folder, settings }: Place): Promise<boolean> {
  const { events } = addressesIn(folder, settings);
  if (schemeOf(events) === 'sqlite') return existsSync(fileOf(events));
  const store = await openEventStore(events);
  try {
    return (await store.head()).position > 0;
  } finally {
    await store.close();
  }
}

/** Opens an installation that is there already. */
export async function withInstallation<T>(place: Place, use: (installation: Installation) => Promise<T>, options: Pick<Opening, 'repairing'> = {}): Promise<T> {
  if (!(await hasLog(place))) {
    throw new Complaint(exitCodes.storeOutOfReach, `There is no log in ${nameOf(place)}. Begin one with: tally play infra/demonstration/future-councils.yaml --demonstration, or say where it is with --data`);
  }
  return withOpened({ ...place, ...options }, use);
}

/** A place as it is told to people. */
export const nameOf = ({ folder, settings }: Place): string => (settings?.EVENT_STORE_URL === undefined ? folder : shown(settings.EVENT_STORE_URL));

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
export async function withAccounts<T>({ addresses, clock }: Pick<Installation, 'addresses' | 'clock'>, use: (accounts: Accounts) => Promise<T>): Promise<T> {
  const accounts = await openAccounts({ address: addresses.accounts, clock });
  try {
    return await use(accounts);
  } finally {
    await accounts.close();
  }
}
