import { maySignInAs, roles, demonstrationPerson } from '#domain/people';
import type { Person } from '#kernel';
import type { Accounts } from '#platform/accounts';

/** What people are called, from the accounts. In a demonstration they are called by their roles. */
export class Names {
  constructor(private readonly accounts: Pick<Accounts, 'nameOf' | 'people'>, private readonly kind: 'demonstration' | 'live') {}

  nameOf(person: string): string | undefined {
    return this.accounts.nameOf(person as Person) ?? (this.kind === 'demonstration' ? cast.get(person) : undefined) ?? ours[person];
  }

  /** The name, or the id of whoever has none. */
  called(person: string): string {
    return this.nameOf(person) ?? person;
  }

  /** Everybody who can be named in a form. */
  all(): readonly { readonly person: string; readonly name: string }[] {
    const accounts = this.accounts.people().filter(({ disabled }) => !disabled).map(({ person, displayName }) => ({ person: person as string, name: displayName ?? person }));
    return this.kind === 'live' ? accounts : [...accounts, ...[...cast].map(([person, name]) => ({ person, name }))];
  }
}

const ours: Readonly<Record<string, string>> = { 'person:clockwork': 'Tallystick, by the day', 'person:installation': 'Tallystick’s console' };

const cast = new Map<string, string>(
  maySignInAs.flatMap((role) => [[demonstrationPerson(role), `The ${roles[role].title.toLowerCase()}`], [demonstrationPerson(role, 'second'), `The second ${roles[role].title.toLowerCase()}`]]),
);
