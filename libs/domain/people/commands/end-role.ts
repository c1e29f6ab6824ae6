import { count, decide, person as personField, present, refuse, text, toCode, type Person } from '#kernel';
import { RoleEnded } from '../person.events.js';
import { person, refOfPerson } from '../person.js';

export class EndRole {
  @personField('Person') person!: Person;
  @count('Number', { min: 1, hint: 'Which of their roles, as they are counted' }) number!: number;
  @text('Reason') reason!: string;
}

export const endRole = decide(person, EndRole, {
  summary: 'End a role that somebody holds, at once.',
  permission: 'people:grant',
  ref: (input) => refOfPerson(input.person),
  refusals: {
    'role-was-not-granted': 'They were never granted a role number {number}',
    'role-has-ended': 'This role of theirs has ended already',
    'role-is-ones-own': 'Nobody ends a role of their own. Ask another administrator, so that the last one can not lock everybody out',
  },
  apart: { 'role-is-ones-own': ({ input }) => [input.person] },
  rule(state, { number, reason }, { on }) {
    const { stage, grants } = present(state);
    const grant = grants.find((each) => each.number === number);
    if (!grant) return refuse('role-was-not-granted', { number });
    if (grant.ended || stage === 'left') return refuse('role-has-ended');

    return [RoleEnded({ number, role: toCode(grant.role), endsOn: on, reason })];
  },
});
