import { decide, refuse, toCode, toDate, toPerson, type Person } from '#kernel';
import { PersonRegistered, RoleGranted } from '../person.events.js';
import { person, refOfPerson } from '../person.js';
import { maySignInAs, type Role } from '../roles.js';

/** Before any playbook begins: a demonstration's clock may stand at any day that it tells of. */
const startsOn = toDate('2000-01-01');

/** The people of a demonstration: two for each role, since some things take a second person. */
export const demonstrationPerson = (role: string, which: 'first' | 'second' = 'first'): Person => toPerson(`demo-${role}${which === 'second' ? '-2' : ''}`);
/** As in a small office, some hold a second role: who did what to a record is kept apart all the same. */
const alsoPlays: Partial<Record<Role, readonly Role[]>> = { 'finance-officer': ['payment-releaser'], 'programme-officer': ['match-verifier', 'savings-validator'] };
const cast: readonly { readonly id: Person; readonly roles: readonly Role[] }[] = maySignInAs.flatMap((role) => [
  { id: demonstrationPerson(role), roles: [role, ...(alsoPlays[role] ?? [])] },
  { id: demonstrationPerson(role, 'second'), roles: [role] },
]);

export class SettleDemonstration {}

/**
 * A demonstration has its people from the start, so that a playbook can say `by: programme-manager`. Its recipients act for
 * every organisation, since one visitor plays them all: that is why they are settled here, and not by GrantRole, whose
 * recipients act for one.
 */
export const settleDemonstration = decide(person, SettleDemonstration, {
  summary: 'Register the people of a demonstration and grant them their roles.',
  permission: 'role:define',
  begins: 'named',
  ref: () => 'installation',
  facts: async (read) => ({ cast: await Promise.all(cast.map(async ({ id, roles }) => ({ id, roles, fact: await read.ifAny(person, refOfPerson(id)) }))) }),
  refusals: { 'people-are-settled': 'Everybody is there already' },
  rule(_, __, { actor, facts }) {
    const missing = facts.cast.filter(({ fact }) => fact.version === 0);
    if (missing.length === 0) return refuse('people-are-settled');

    const reason = 'Plays this role in the demonstration';
    return missing.map(({ id, roles, fact }) =>
      fact.append(PersonRegistered({ person: id }), ...roles.map((role, i) => RoleGranted({ number: i + 1, role: toCode(role), startsOn, grantedBy: actor, reason }))),
    );
  },
});
