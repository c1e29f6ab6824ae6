import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Person } from '#kernel';
import { hashOf, newSecret } from './secrets.js';

export interface SessionSeen {
  readonly person: Person;
  readonly role: string;
  /** Instants (ISO). */
  readonly startedAt: string;
  readonly lastSeenAt: string;
}
/** How a session ended, and whose it was. */
export interface SessionEnded {
  readonly ended: 'idle' | 'expired' | 'signed-out';
  readonly person: Person;
}
/** A session as its owner sees it: by a handle that opens nothing. */
export interface OwnSession extends SessionSeen {
  readonly handle: string;
  isThis(id: string): boolean;
}
interface Row {
  readonly id_hash: string;
  readonly handle: string;
  readonly person: Person;
  readonly role: string;
  readonly started_at: number;
  readonly last_seen_at: number;
  readonly ended: SessionEnded['ended'] | null;
}

const minutes = 60_000;
/** Unused for half an hour, or half a day old: sign in again. */
export const idleLimit = 30 * minutes;
export const wholeLimit = 12 * 60 * minutes;
/** A page within so long of the last is not written down: each would wait for the disk, and half an hour is not counted in seconds. */
const noticed = 20_000;
/** How long it is remembered that a session ended, so that its owner is told why. */
const remembered = 7 * 24 * 60 * minutes;

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
const seen = ({ person, role, started_at, last_seen_at }: Row): SessionSeen => ({ person, role, startedAt: iso(started_at), lastSeenAt: iso(last_seen_at) });
const overdue = (row: Row, now: number): SessionEnded['ended'] | undefined =>
  now - row.started_at > wholeLimit ? 'expired' : now - row.last_seen_at > idleLimit ? 'idle' : undefined;

/** Who is signed in, where. A restart keeps them; a stolen file does not hold their ids. */
export function sessions(db: Database, now: () => number) {
  const byId = db.prepare('SELECT * FROM sessions WHERE id_hash = ?');
  const touch = db.prepare('UPDATE sessions SET last_seen_at = ? WHERE id_hash = ?');
  const end = db.prepare('UPDATE sessions SET ended = ? WHERE id_hash = ? AND ended IS NULL');
  const insert = db.prepare('INSERT INTO sessions (id_hash, handle, person, role, started_at, last_seen_at) VALUES (?, ?, ?, ?, ?, ?)');
  const find = (id: string): Row | undefined => byId.get(hashOf(id)) as Row | undefined;
  const begin = (person: Person, role: string, startedAt: number): string => {
    const id = newSecret();
    insert.run(hashOf(id), randomBytes(9).toString('base64url'), person, role, startedAt, now());
    return id;
  };
  return {
    /** Begins a session and returns its id, which is kept nowhere. */
    startSession(person: Person, role: string): string {
      db.prepare('DELETE FROM sessions WHERE last_seen_at < ?').run(now() - remembered);
      return begin(person, role, now());
    },

    /** The session with this id, or how it ended; being asked for keeps it alive. */
    session(id: string): SessionSeen | SessionEnded | undefined {
      const row = find(id);
      if (!row) return undefined;
      const ended = row.ended ?? overdue(row, now());
      if (ended !== undefined) {
        end.run(ended, row.id_hash);
        return { ended, person: row.person };
      }
      if (now() - row.last_seen_at >= noticed) touch.run(now(), row.id_hash);
      return seen({ ...row, last_seen_at: now() });
    },

    /** The same person in another role under a new id; the half day goes on from where it began. */
    changeRole(id: string, role: string): string {
      const row = find(id);
      if (!row || row.ended) throw new Error('The session whose role was to change has ended');
      return db.transaction(() => {
        end.run('signed-out', row.id_hash);
        return begin(row.person, role, row.started_at);
      })();
    },

    endSession: (id: string): void => void end.run('signed-out', hashOf(id)),

    /** What a person has open, newest first. */
    sessionsOf: (person: Person): readonly OwnSession[] =>
      (db.prepare('SELECT * FROM sessions WHERE person = ? AND ended IS NULL ORDER BY started_at DESC, last_seen_at DESC').all(person) as Row[])
        .filter((row) => overdue(row, now()) === undefined)
        .map((row) => ({ ...seen(row), handle: row.handle, isThis: (id) => hashOf(id) === row.id_hash })),

    /** Ends one session of a person by its handle; nothing of anybody else's. */
    endSessionOf: (person: Person, handle: string): void =>
      void db.prepare("UPDATE sessions SET ended = 'signed-out' WHERE person = ? AND handle = ? AND ended IS NULL").run(person, handle),

    endSessionsOf: (person: Person): void => void db.prepare("UPDATE sessions SET ended = 'signed-out' WHERE person = ? AND ended IS NULL").run(person),
  };
}
