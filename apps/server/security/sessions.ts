import type { Permission, Person } from '#kernel';
import type { Role } from '#domain/people';
import type { Accounts, SessionEnded } from '#platform/accounts';
import type { Powers } from './powers.js';

/** Somebody who signed in. The cookie holds only the opaque id; everything else stays here. */
export interface Session {
  readonly id: string;
  readonly actor: Person;
  readonly role: Role;
  /** Every role that they hold today; with more than one they may change. */
  readonly roles: readonly Role[];
  /** As the account calls them; a person of a demonstration has none. */
  readonly name: string | undefined;
  /** What the log lets them do in this role today. */
  readonly may: ReadonlySet<Permission>;
}

/** Who is signed in: the accounts keep the session, the log says what its role may do. */
export class Sessions {
  constructor(
    private readonly accounts: Pick<Accounts, 'startSession' | 'session' | 'changeRole' | 'endSession'>,
    private readonly powers: Pick<Powers, 'permissionsOf' | 'rolesOf'>,
  ) {}

  /** Begins a session under a new id, and ends the one that the browser had before. */
  async begin(person: Person, role: Role, before: string | undefined): Promise<string> {
    if (before !== undefined) await this.accounts.endSession(before);
    return this.accounts.startSession(person, role);
  }

  /** The same person in another role, under a new id. */
  turn({ id }: Session, role: Role): Promise<string> {
    return this.accounts.changeRole(id, role);
  }

  /** The session with this id, or how it ended; being asked for keeps it alive. */
  async find(id: string): Promise<Session | SessionEnded | undefined> {
    const found = await this.accounts.session(id);
    if (!found) return undefined;
    if ('ended' in found) return found;
    const { person, role, name } = found;
    const [may, roles] = await Promise.all([this.powers.permissionsOf(person, role), this.powers.rolesOf(person)]);
    return { id, actor: person, role: role as Role, roles, name, may };
  }

  async end(id: string): Promise<void> {
    await this.accounts.endSession(id);
  }
}
