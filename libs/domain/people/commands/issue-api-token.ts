import { addDays, date, decide, present, refuse, showDate, toCode, type IsoDate } from '#kernel';
import { ApiTokenIssued } from '../person.events.js';
import { grantOn, ownGrantOn, person, refOfPerson } from '../person.js';
import { holds, role } from '../role.js';
import { permissionsField, plainly, roleField, type Permissions } from '../role-fields.js';
import type { Role } from '../roles.js';

/** Long enough for a yearly rota, short enough that a forgotten one dies. */
const longestDays = 366;
/** A token that leaked must not be able to make more of itself. */
const handsOn = /^(token|role|people):/;

export class IssueApiToken {
  @roleField() role!: Role;
  @permissionsField('Scope', 'What programs may do with it: no more than they need') scope!: Permissions;
  @date('Expires on', { hint: 'The last day, within a year' }) expiresOn!: IsoDate;
}

export const issueApiToken = decide(person, IssueApiToken, {
  summary: 'Issue a token for programs that speak for you, in one of your roles, for part of what it may do, for a time.',
  permission: 'token:issue',
  ref: (_, { actor }) => refOfPerson(actor),
  facts: async (read, input) => ({ role: await read(role, input.role) }),
  refusals: {
    'role-is-not-held': 'You do not hold the role {role}, so no token can speak in it',
    'role-is-itself-delegated': 'The role {role} was lent to you, so no token can speak in it',
    'token-expires-at-once': 'It would expire before it begins. Choose a day to come',
    'token-lives-too-long': 'A token lives a year at the most, so until {latest}',
    'scope-hands-on': 'A token can not hold {permission}: it must not be able to make more of itself or to change who may do what',
    'scope-goes-beyond-role': 'The role {role} may not {permission}, so its token may not either',
  },
  rule(state, { role: code, scope, expiresOn }, { on, facts }) {
    if (!grantOn(state, code, on)) return refuse('role-is-not-held', { role: code });
    if (!ownGrantOn(state, code, on)) return refuse('role-is-itself-delegated', { role: code });
    if (expiresOn < on) return refuse('token-expires-at-once');
    const latest = addDays(on, longestDays);
    if (expiresOn > latest) return refuse('token-lives-too-long', { latest: showDate(latest) });
    const wanted = plainly(scope);
    const handing = wanted.find((each) => handsOn.test(each));
    if (handing) return refuse('scope-hands-on', { permission: handing });
    const beyond = wanted.find((each) => !holds(facts.role.state, each));
    if (beyond) return refuse('scope-goes-beyond-role', { role: code, permission: beyond });

    return [ApiTokenIssued({ number: present(state).tokens.length + 1, role: toCode(code), scope, expiresOn })];
  },
});
