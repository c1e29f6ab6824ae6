import { openDatabase } from '#platform/databases';
import { StoreFault } from '#platform/event-store';
import { changingAccounts } from './changing.js';
import { layout, type Office, type OfficeTables } from './office.js';

/** How many rows of each table were taken along. */
export type AccountsCopy = Readonly<Record<(typeof tables)[number], number>>;

/** All that people would miss. Knocks at the door are forgotten within minutes, and the count of changes is each place's own. */
const tables = ['accounts', 'attempts', 'invitations', 'sessions', 'tokens', 'kept_forms'] as const;
/** Few enough values for one statement of any database. */
const page = 500;

/**
 * Takes accounts, sessions, links, tokens and kept forms to a place where nobody has an account yet: all of them or none.
 * Whoever is signed in stays so. Throws StoreFault, 'invalid' when somebody has an account there already.
 */
export async function copyAccounts(from: string, to: string): Promise<AccountsCopy> {
  const [source, target] = [await open(from), await open(to)];
  try {
    return await changingAccounts(target, async (changing) => {
      const there = await changing.selectFrom('accounts').select('person').limit(1).execute();
      if (there.length > 0) throw new StoreFault('invalid', 'There are accounts already where they were to be copied to, and none is ever replaced. Copy them before anybody is invited there');
      await changing.deleteFrom('invitations').execute(); // of a place that was opened once: a link that nobody has taken up
      const copied: Partial<Record<(typeof tables)[number], number>> = {};
      for (const table of tables) copied[table] = await copyTable(source, changing, table);
      return copied as AccountsCopy;
    });
  } finally {
    await source.close();
    await target.close();
  }
}

const open = (address: string): Promise<Office> => openDatabase<OfficeTables>({ address, schema: 'office', layout });

async function copyTable({ db }: Office, to: Office['db'], table: (typeof tables)[number]): Promise<number> {
  const rows = await db.selectFrom(table).selectAll().execute();
  for (let from = 0; from < rows.length; from += page) await to.insertInto(table).values(rows.slice(from, from + page)).execute();
  return rows.length;
}
