import { randomBytes } from 'node:crypto';
import { toPerson, type Person } from '#kernel';
import type { Role } from '#platform/access';
import type { Clock } from '#platform/event-store';

/** Somebody who signed in. The cookie holds only the opaque id; everything else stays here. */
export interface Session {
  readonly id: string;
  readonly role: Role;
  readonly actor: Person;
  readonly begunAt: number;
  readonly seenAt: number;
}

const minutes = 60_000;
/** Unused for half an hour, or half a day old: sign in again. */
export const idleLimit = 30 * minutes;
export const wholeLimit = 12 * 60 * minutes;
/** More than anybody needs; what is seldom seen goes first. */
const capacity = 10_000;

/** Who is signed in, in memory: a restart signs everybody out. */
export class Sessions {
  readonly #held = new Map<string, Session>();

  constructor(private readonly clock: Clock) {}

  /** Begins a session under a new id, and ends the one that the browser had before. */
  begin(role: Role, before: string | undefined): Session {
    if (before !== undefined) this.end(before);
    if (this.#held.size >= capacity) this.#makeRoom();
    const now = this.#now();
    const session: Session = { id: randomBytes(32).toString('base64url'), role, actor: toPerson(`demo-${role}`), begunAt: now, seenAt: now };
    this.#held.set(session.id, session);
    return session;
  }

  /** The session with this id, if it still stands; being asked for keeps it alive. */
  find(id: string): Session | undefined {
    const session = this.#held.get(id);
    if (!session) return undefined;
    const now = this.#now();
    this.#held.delete(id);
    if (now - session.seenAt > idleLimit || now - session.begunAt > wholeLimit) return undefined;
    const seen = { ...session, seenAt: now };
    this.#held.set(id, seen); // last in the map: seen last
    return seen;
  }

  end(id: string): void {
    this.#held.delete(id);
  }

  #makeRoom(): void {
    for (const id of [...this.#held.keys()].slice(0, capacity / 10)) this.#held.delete(id);
  }

  #now(): number {
    return Date.parse(this.clock.now());
  }
}
