import { maySignInAs, roles, demonstrationPerson } from '#domain/people';
import type { AccountSeen, Accounts } from '#platform/accounts';

/**
 * What people are called, from the accounts. In a demonstration they are called by their roles. Templates cannot wait for a
 * database, so every visit refreshes the list before its page is drawn; where nobody was renamed, it is the same list.
 */
export class Names {
  #seen: readonly AccountSeen[] = [];
  #called: ReadonlyMap<string, string> = new Map();

  constructor(private readonly accounts: Pick<Accounts, 'people'>, private readonly kind: 'demonstration' | 'live') {}

  /** Takes on what was changed on any server. */
  async refresh(): Promise<void> {
    const people = await this.accounts.people();
    if (people === this.#seen) return;
    this.#called = new Map(people.flatMap(({ person, displayName }) => (displayName === undefined ? [] : [[person, displayName]])));
    this.#seen = people;
  }

  nameOf(person: string): string | undefined {
    return this.#called.get(person) ?? (this.kind === 'demonstration' ? cast.get(person) : undefined) ?? ours[person];
  }

  /** The name, or the id of whoever has none. */
  called(person: string): string {
    return this.nameOf(person) ?? person;
  }

  /** Everybody who can be named in a form. */
  all(): readonly { readonly person: string; readonly name: string }[] {
    const accounts = this.#seen.filter(({ disabled }) => !disabled).map(({ person, displayName }) => ({ person: person as string, name: displayName ?? person }));
    return this.kind === 'live' ? accounts : [...accounts, ...[...cast].map(([person, name]) => ({ person, name }))];
  }
}

const ours: Readonly<Record<string, string>> = { 'person:clockwork': 'Tallystick, by the day', 'person:installation': 'Tallystick’s console' };

const cast = new Map<string, string>(
  maySignInAs.flatMap((role) => [[demonstrationPerson(role), `The ${roles[role].title.toLowerCase()}`], [demonstrationPerson(role, 'second'), `The second ${roles[role].title.toLowerCase()}`]]),
);
