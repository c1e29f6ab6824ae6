import { join } from 'node:path';
import { isPostgres, schemeOf, shown } from '#platform/databases';
import { StoreFault } from '#platform/event-store';

export { fileOf, isPostgres, schemeOf, shown } from '#platform/databases';

/** Where an installation keeps what it keeps. Everything else of it is the same, whatever stands here. */
export interface Addresses {
  /** The log: `sqlite:<file>`, `memory:<name>`, `postgres://…` or `kurrentdb://…`. */
  readonly events: string;
  /** The views: `sqlite:<file>` or `postgres://…`. */
  readonly views: string;
  /** Accounts, sessions and kept forms: `sqlite:<file>` or `postgres://…`. */
  readonly accounts: string;
  /** The access log: `file:<path>`, `memory:` or `postgres://…`. */
  readonly access: string;
  /** What was made in the background, for whoever asked for it: `sqlite:<file>` or `postgres://…`. */
  readonly shelf: string;
  /** Files that answer questions: `sqlite:<file>` or `postgres://…`. Of most of them it is the only copy. */
  readonly files: string;
  /** Jobs of many workers: `redis://…`. Left out: jobs run in this process. */
  readonly jobs?: string;
}

/** What an operator sets; what is left out lies in the data folder. */
export interface AddressSettings {
  readonly EVENT_STORE_URL?: string | undefined;
  readonly VIEW_STORE_URL?: string | undefined;
  readonly REDIS_URL?: string | undefined;
}

const forms: Readonly<Record<keyof AddressSettings, { readonly schemes: readonly string[]; readonly like: string }>> = {
  EVENT_STORE_URL: { schemes: ['sqlite', 'memory', 'postgres', 'postgresql', 'kurrentdb', 'kurrentdb+discover'], like: 'sqlite:data/events.db, postgres://user@host/database or kurrentdb://host:2113' },
  VIEW_STORE_URL: { schemes: ['sqlite', 'postgres', 'postgresql'], like: 'sqlite:data/views.db or postgres://user@host/database' },
  REDIS_URL: { schemes: ['redis', 'rediss'], like: 'redis://host:6379' },
};

/**
 * Accounts, sessions, the access log and files are shared by all servers, so they lie with the views once those lie in a server of
 * their own. Throws StoreFault 'invalid' for an address that nothing here can open.
 */
export function addressesIn(folder: string, settings: AddressSettings = {}): Addresses {
  for (const [name, { schemes, like }] of Object.entries(forms)) {
    const given = settings[name as keyof AddressSettings];
    if (given !== undefined && !schemes.includes(schemeOf(given))) throw new StoreFault('invalid', `${name} is "${shown(given)}". Write an address like ${like}`);
  }
  const { EVENT_STORE_URL, VIEW_STORE_URL, REDIS_URL } = settings;
  const views = VIEW_STORE_URL ?? `sqlite:${join(folder, 'views.db')}`;
  const isShared = isPostgres(views);
  return {
    events: EVENT_STORE_URL ?? `sqlite:${join(folder, 'events.db')}`,
    views,
    accounts: isShared ? views : `sqlite:${join(folder, 'accounts.db')}`,
    access: isShared ? views : `file:${join(folder, 'access.jsonl')}`,
    shelf: isShared ? views : `sqlite:${join(folder, 'shelf.db')}`,
    files: isShared ? views : `sqlite:${join(folder, 'files.db')}`,
    ...(REDIS_URL === undefined ? {} : { jobs: REDIS_URL }),
  };
}

/** Where log and views are, for whoever starts a program: a setting that was left out or misspelt shows at once. */
export function whereInWords(folder: string, { events, views }: Pick<Addresses, 'events' | 'views'>): string {
  const inside = [events, views].every((address) => address.startsWith(`sqlite:${join(folder, '')}`));
  return inside ? `data in ${folder}` : `log in ${shown(events)}, views in ${shown(views)}`;
}
