import type { Kysely } from 'kysely';
import type { Office, OfficeTables } from './office.js';

/** Changes who has an account or how they are called: one after the other, on whichever server, and so that all of them notice. */
export const changingAccounts = <T>({ alone }: Office, work: (db: Kysely<OfficeTables>) => Promise<T>): Promise<T> =>
  alone('accounts', async (db) => {
    const done = await work(db);
    await db.updateTable('revisions').set(({ eb }) => ({ number: eb('number', '+', 1) })).where('of', '=', 'accounts').execute();
    return done;
  });
