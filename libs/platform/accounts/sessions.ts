import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Person } from '#kernel';
import type { Ending, Office, OfficeTables } from './office.js';
import { hashOf, newSecret } from './secrets.js';

export interface SessionSeen {
  readonly person: Person;
  /** As the account calls them. */
  readonly name: string | undefined;
  readonly role: string;
  /** Instants (ISO). */
  readonly startedAt: string;
  readonly lastSeenAt: string;
}
/** How a session ended, and whose it was. */
export interface SessionEnded {
  readonly ended: Ending;
  readonly person: Person;
}
/** A session as its owner sees it: by a handle that opens nothing. */
export interface OwnSession extends Omit<SessionSeen, 'name'> {
  readonly handle: string;
  isThis(id: string): boolean;
}
type Row = Selectable<OfficeTables['sessions']>;

const minutes = 60_000;
/** Unused for half an hour, or half a day old: sign in again. */
export const idleLimit = 30 * minutes;
export const wholeLimit = 12 * 60 * minutes;
/** A page within so long of the last is not written down: each would wait for the disk, and half an hour is not counted in seconds. */
const noticed = 20_000;
/** How long it is remembered that a session ended, so that its owner is told why. */
export const remembered = 7 * 24 * 60 * minutes;

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
const seen = ({ person, role, started_at, last_seen_at }: Row): Omit<SessionSeen, 'name'> => ({ person, role, startedAt: iso(started_at), lastSeenAt: iso(last_seen_at) });
const overdue = (row: Row, now: number): Ending | undefined =>
  now - row.started_at > wholeLimit ? 'expired' : now - row.last_seen_at > idleLimit ? 'idle' : undefined;

/** Who is signed in, where: on every server that shares the accounts. A restart keeps them; a stolen file does not hold their ids. */
export function sessions({ db, alone }: Office, now: () => number) {
  const open = db.updateTable('sessions').where('ended', 'is', null);
  const signOut = open.set({ ended: 'signed-out' });
  const begin = async (into: Office['db'], person: Person, role: string, startedAt: number): Promise<string> => {
    const id = newSecret();
    await into.insertInto('sessions').values({ id_hash: hashOf(id), handle: randomBytes(9).toString('base64url'), person, role, started_at: startedAt, last_seen_at: now() }).execute();
    return id;
  };
  return {
    /** Begins a session and returns its id, which is kept nowhere. */
    startSession: (person: Person, role: string): Promise<string> => begin(db, person, role, now()),

    /** The session with this id, or how it ended; being asked for keeps it alive. */
    async session(id: string): Promise<SessionSeen | SessionEnded | undefined> {
      const row = await db.selectFrom('sessions').leftJoin('accounts', 'accounts.person', 'sessions.person').selectAll('sessions').select(['display_name', 'disabled']).where('id_hash', '=', hashOf(id)).executeTakeFirst();
      if (!row) return undefined;
      const ended = row.ended ?? (row.disabled === 1 ? 'signed-out' : overdue(row, now()));
      if (ended !== undefined) {
        if (row.ended === null) await open.set({ ended }).where('id_hash', '=', row.id_hash).execute();
        return { ended, person: row.person };
      }
      if (now() - row.last_seen_at >= noticed) await open.set({ last_seen_at: now() }).where('id_hash', '=', row.id_hash).execute();
      return { ...seen({ ...row, last_seen_at: now() }), name: row.display_name ?? undefined };
    },

    /** The same person in another role under a new id; the half day goes on from where it began. Throws when the session has ended. */
    changeRole: (id: string, role: string): Promise<string> =>
      alone(`session ${hashOf(id)}`, async (changing) => {
        const row = await changing.updateTable('sessions').set({ ended: 'signed-out' }).where('id_hash', '=', hashOf(id)).where('ended', 'is', null).returning(['person', 'started_at']).executeTakeFirst();
        if (!row) throw new Error('The session whose role was to change has ended');
        return begin(changing, row.person, role, row.started_at);
      }),

    endSession: async (id: string): Promise<void> => void (await signOut.where('id_hash', '=', hashOf(id)).execute()),

    /** What a person has open, newest first. */
    sessionsOf: async (person: Person): Promise<readonly OwnSession[]> =>
      (await db.selectFrom('sessions').selectAll().where('person', '=', person).where('ended', 'is', null).orderBy('started_at', 'desc').orderBy('last_seen_at', 'desc').execute())
        .filter((row) => overdue(row, now()) === undefined)
        .map((row) => ({ ...seen(row), handle: row.handle, isThis: (id) => hashOf(id) === row.id_hash })),

    /** How many sessions are open, of everybody. */
    openSessions: async (): Promise<number> =>
      (await db.selectFrom('sessions').select(({ fn }) => fn.countAll<number>().as('count')).where('ended', 'is', null).where('last_seen_at', '>=', now() - idleLimit).where('started_at', '>=', now() - wholeLimit).executeTakeFirstOrThrow()).count,

    /** Ends one session of a person by its handle; nothing of anybody else's. */
    endSessionOf: async (person: Person, handle: string): Promise<void> => void (await signOut.where('person', '=', person).where('handle', '=', handle).execute()),

    endSessionsOf: async (person: Person): Promise<void> => void (await signOut.where('person', '=', person).execute()),
  };
}
