import type { Kysely, SelectQueryBuilder } from 'kysely';
import { openDatabase } from '#platform/databases';
import { usualReach, type AccessAsked, type AccessEntry, type AccessFilter, type AccessPage } from './access-entry.js';
import type { AccessLog } from './access-log.js';
import { accessLayout, type AccessTables } from './postgres-layout.js';

/** About the bytes of an entry: what is looked through is counted in entries here. */
const entryBytes = 160;

/** A table that only grows, for any number of servers: in schema "office", beside the accounts. */
export async function postgresAccessLog(address: string): Promise<AccessLog> {
  const database = await openDatabase<AccessTables>({ address, schema: 'office', layout: accessLayout, connections: 4 });
  const { db } = database;
  return {
    note: async ({ because = null, ...entry }) => void (await db.insertInto('access_entries').values({ ...entry, because }).execute()),
    read: (asked) => readTable(db, asked),
    close: () => database.close(),
  };
}

async function readTable(db: Kysely<AccessTables>, { before, size, reach = usualReach, ...filter }: AccessAsked): Promise<AccessPage> {
  const newest = db.selectFrom('access_entries').selectAll().$if(before !== undefined, (entries) => entries.where('id', '<', before ?? 0)).orderBy('id', 'desc');
  const stretch = newest.limit(Math.ceil(reach / entryBytes));
  const found = await fitting(db.selectFrom(stretch.as('entry')).selectAll(), filter).orderBy('id', 'desc').limit(size).execute();
  const end = found.length < size ? await db.selectFrom(stretch.as('entry')).select(({ fn }) => fn.min('id').as('id')).executeTakeFirst() : found.at(-1);
  const older = end?.id == null ? undefined : await db.selectFrom('access_entries').select('id').where('id', '<', end.id).limit(1).executeTakeFirst();
  return { entries: found.map(entryOf), ...(older && end ? { before: end.id } : {}) };
}

const fitting = <Row>(entries: SelectQueryBuilder<{ entry: AccessTables['access_entries'] }, 'entry', Row>, { actor, asked, outcome, from, until }: AccessFilter) =>
  entries
    .$if(actor !== undefined, (each) => each.where('actor', '=', actor ?? ''))
    .$if(asked !== undefined, (each) => each.where('asked', '=', asked ?? ''))
    .$if(outcome !== undefined, (each) => each.where('outcome', '=', outcome ?? ''))
    .$if(from !== undefined, (each) => each.where('at', '>=', from ?? ''))
    .$if(until !== undefined, (each) => each.where('at', '<=', until ?? ''));

const entryOf = ({ at, actor, role, asked, outcome, because }: Omit<AccessTables['access_entries'], 'id'>): AccessEntry => ({ at, actor, role, asked, outcome, ...(because === null ? {} : { because }) });
