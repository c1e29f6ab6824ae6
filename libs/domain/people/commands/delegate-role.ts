import { date, decide, person as personField, present, refuse, showDate, text, toCode, type IsoDate, type Person } from '#kernel';
import { RoleGranted } from '../person.events.js';
import { person, refOfPerson, type PersonState } from '../person.js';
import { liesWithin, sharesADay } from '../periods.js';
import { exclusionRefusals, rolesMustNotExclude } from '../policies/roles-must-not-exclude.js';
import { grantingRefusals, roleMustBeFree } from '../policies/role-must-be-free.js';
import { role } from '../role.js';
import { roleField } from '../role-fields.js';
import type { Role } from '../roles.js';
import { readStanding } from '../standing.js';

export class DelegateRole {
  @personField('To') to!: Person;
  @roleField() role!: Role;
  @date('Starts on') startsOn!: IsoDate;
  @date('Ends on', { hint: 'The last day' }) endsOn!: IsoDate;
  @text('Reason') reason!: string;
}

export const delegateRole = decide(person, DelegateRole, {
  summary: 'Lend a role of your own to somebody for a time; what you did to a record keeps them from it too.',
  permission: 'role:delegate',
  ref: ({ to }) => refOfPerson(to),
  facts: async (read, input, state: PersonState, { actor }) => ({
    lender: await read(person, refOfPerson(actor)),
    role: await read(role, input.role),
    standing: await readStanding(read, state),
  }),
  refusals: {
    ...grantingRefusals,
    'role-is-not-held': 'You do not hold the role {role} in that time, so you can not lend it',
    'role-is-itself-delegated': 'The role {role} was lent to you. Only whoever it was granted to can lend it',
    'delegation-outlasts-role': 'Your role {role} ends on {endsOn}. Lend it for days on which you hold it',
    ...exclusionRefusals,
  },
  rule(state, { role: code, startsOn, endsOn, reason }, { actor, facts }) {
    const { stage, grants } = present(state);
    if (stage === 'left') return refuse('person-has-left');
    const wanted = { role: code, startsOn, endsOn };
    const taken = roleMustBeFree(grants, wanted);
    if (taken) return taken;
    const held = present(facts.lender.state).grants.filter((each) => !each.ended && each.role === code && sharesADay(each, wanted));
    const ownOnes = held.filter(({ delegatedBy }) => delegatedBy === undefined);
    if (held.length === 0) return refuse('role-is-not-held', { role: code });
    if (ownOnes.length === 0) return refuse('role-is-itself-delegated', { role: code });
    const source = ownOnes.find((each) => liesWithin(wanted, each));
    if (!source) return refuse('delegation-outlasts-role', { role: code, endsOn: showDate(ownOnes[0]?.endsOn ?? endsOn) });
    const excluded = rolesMustNotExclude(facts.standing, { ...wanted, state: facts.role.state });
    if (excluded) return excluded;

    const { organisation, organisationName } = source;
    const forBody = { ...(organisation ? { organisation } : {}), ...(organisationName ? { organisationName } : {}) };
    return [RoleGranted({ number: grants.length + 1, role: toCode(code), startsOn, endsOn, ...forBody, delegatedBy: actor, grantedBy: actor, reason })];
  },
});
