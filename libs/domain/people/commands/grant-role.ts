import { date, decide, optional, person as personField, present, reference, refuse, text, toCode, type IsoDate, type OrganisationRef, type Person } from '#kernel';
import { organisation } from '#domain/organisations';
import { RoleGranted } from '../person.events.js';
import { person, refOfPerson, type PersonState } from '../person.js';
import { exclusionRefusals, rolesMustNotExclude } from '../policies/roles-must-not-exclude.js';
import { grantingRefusals, roleMustBeFree } from '../policies/role-must-be-free.js';
import { role } from '../role.js';
import { roleField } from '../role-fields.js';
import type { Role } from '../roles.js';
import { readStanding } from '../standing.js';

export class GrantRole {
  @personField('Person') person!: Person;
  @roleField() role!: Role;
  @date('Starts on') startsOn!: IsoDate;
  @optional(date('Ends on', { hint: 'The last day; left out, it counts until it is ended' })) endsOn?: IsoDate;
  @optional(reference('OR', 'Organisation', { hint: 'Whom a recipient acts for' })) organisation?: OrganisationRef;
  @text('Reason') reason!: string;
}

export const grantRole = decide(person, GrantRole, {
  summary: 'Grant a role to a person from a day on, for ever or for a time.',
  permission: 'people:grant',
  ref: (input) => refOfPerson(input.person),
  facts: async (read, input, state: PersonState) => ({
    role: await read(role, input.role),
    standing: await readStanding(read, state),
    ...(input.organisation ? { organisation: await read(organisation, input.organisation) } : {}),
  }),
  refusals: {
    ...grantingRefusals,
    'recipient-needs-organisation': 'A recipient acts for an organisation. Say for which',
    'role-takes-no-organisation': 'The role {role} is not held for an organisation: only a recipient’s is. Leave it out',
    ...exclusionRefusals,
    'role-is-ones-own': 'Nobody grants a role to themselves. Ask another administrator',
  },
  apart: { 'role-is-ones-own': ({ input }) => [input.person] },
  rule(state, { role: code, startsOn, endsOn, organisation: body, reason }, { actor, facts }) {
    const { stage, grants } = present(state);
    if (stage === 'left') return refuse('person-has-left');
    const wanted = { role: code, startsOn, endsOn };
    const taken = roleMustBeFree(grants, wanted);
    if (taken) return taken;
    if (code === 'recipient' && !body) return refuse('recipient-needs-organisation');
    if (code !== 'recipient' && body) return refuse('role-takes-no-organisation', { role: code });
    const excluded = rolesMustNotExclude(facts.standing, { ...wanted, state: facts.role.state });
    if (excluded) return excluded;

    const forBody = body && facts.organisation ? { organisation: body, organisationName: present(facts.organisation.state).name } : {};
    return [RoleGranted({ number: grants.length + 1, role: toCode(code), startsOn, ...(endsOn ? { endsOn } : {}), ...forBody, grantedBy: actor, reason })];
  },
});
