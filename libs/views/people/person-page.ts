import { person as personField, type Person } from '#kernel';
import { questionOn } from '../question-on.js';
import { grantsIn, isGone, type GrantRow } from './grant-row.js';
import { people } from './people.js';
import type { PersonRow } from './people-list.js';

export interface ApiTokenRow {
  readonly number: number;
  readonly role: string;
  /** Permissions, a blank between two. */
  readonly scope: string;
  readonly issuedOn: string;
  /** The last day on which it counts. */
  readonly expiresOn: string;
  readonly revokedOn: string | null;
  readonly revokedBecause: string | null;
}
export interface PersonPage extends PersonRow {
  readonly leftBecause: string | null;
  /** Roles of theirs that they lent, each under the person who was lent it. */
  readonly lent: readonly GrantRow[];
  readonly tokens: readonly ApiTokenRow[];
}

class PersonAsked {
  @personField('Person') person!: Person;
}

export const personPage = questionOn('person', {
  summary: 'A person by their id: their roles with their days, what they lent, and the API tokens that speak for them.',
  permission: 'people:read',
  input: PersonAsked,
  from: [people],
  takesAsOf: true,
  async ask(db, { person }, { asOf }): Promise<PersonPage | undefined> {
    const on = asOf?.on;
    const found = await db.selectFrom('persons').select(['person', 'registered_on as registeredOn', 'left_on as leftOn', 'left_because as leftBecause']).where('person', '=', person).executeTakeFirst();
    if (!found || (on !== undefined && on < found.registeredOn)) return undefined;
    const issued = await db
      .selectFrom('tokens').select(['number', 'role', 'scope', 'issued_on as issuedOn', 'expires_on as expiresOn', 'revoked_on as revokedOn', 'revoked_because as revokedBecause'])
      .where('person', '=', person).orderBy('number').execute();
    const inUse = ({ issuedOn, expiresOn, revokedOn }: ApiTokenRow): boolean => on === undefined || (issuedOn <= on && on <= expiresOn && (revokedOn === null || on < revokedOn));
    const hasGone = on !== undefined && isGone(found, on);
    return {
      ...found,
      grants: hasGone ? [] : await grantsIn(db, on).where('person', '=', person).execute(),
      lent: hasGone ? [] : await grantsIn(db, on).where('delegated_by', '=', person).execute(),
      tokens: hasGone ? [] : issued.filter(inUse),
    };
  },
});
