import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { EventStore } from '#platform/event-store';
import { addressesIn, fileOf, openEventStore, schemeOf, shown } from '#platform/installation';
import type { Place } from './cli-command.js';
import { Complaint } from './complaint.js';
import { exitCodes } from './exit-codes.js';

/** More than one letter, so that the drive of a Windows path is none. */
const isAddress = (named: string): boolean => schemeOf(named).length > 1;

/** The address of a log as an operator names it: an address as it stands, the file of a log, or the folder of an installation. */
export function logAddress(named: string | undefined, { folder, settings }: Place): string {
  if (named === undefined) return addressesIn(folder, settings).events;
  if (isAddress(named)) return named;
  return extname(named) === '.db' ? `sqlite:${named}` : addressesIn(named).events;
}

/** The same of the accounts, which lie beside the views. */
export function accountsAddress(named: string | undefined, { folder, settings }: Place): string {
  if (named === undefined) return addressesIn(folder, settings).accounts;
  return isAddress(named) ? named : addressesIn(named).accounts;
}

/** Files lie beside the views: those of an installation are known, and those of a log that is named by itself are not. */
export function filesAddress(named: string | undefined, { folder, settings }: Place): string | undefined {
  if (named === undefined) return addressesIn(folder, settings).files;
  return isAddress(named) || extname(named) === '.db' ? undefined : addressesIn(named).files;
}

/** The same where files themselves are named: an address, the file of a backup, or the folder of an installation. */
export function filesNamed(named: string | undefined, place: Place): string {
  return filesAddress(named, place) ?? (isAddress(named ?? '') ? named ?? '' : `sqlite:${named ?? ''}`);
}

/** Opens nothing but a log, and closes it whatever happens. One that is asked to be there is not made. */
export async function withLog<T>(address: string, use: (store: EventStore) => Promise<T>, { mustExist = false } = {}): Promise<T> {
  if (mustExist && schemeOf(address) === 'sqlite' && !existsSync(fileOf(address))) {
    throw new Complaint(exitCodes.storeOutOfReach, `There is no log at ${shown(address)}. Name a folder, the file of a log, or an address like postgres://user@host/database`);
  }
  const store = await openEventStore(address);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
