import { count, decide, person as personField, present, refuse, text, toCode, type Person } from '#kernel';
import { RoleEnded } from '../person.events.js';
import { person, refOfPerson } from '../person.js';

export class TakeBackRole {
  @personField('From') from!: Person;
  @count('Number', { min: 1, hint: 'Which of their roles, as they are counted' }) number!: number;
  @text('Reason') reason!: string;
}

export const takeBackRole = decide(person, TakeBackRole, {
  summary: 'Take back, at once, a role that you lent.',
  permission: 'role:delegate',
  ref: ({ from }) => refOfPerson(from),
  refusals: {
    'role-was-not-lent-by-you': 'They hold no role number {number} that you lent them',
    'role-has-ended': 'This role of theirs has ended already',
  },
  rule(state, { number, reason }, { actor, on }) {
    const { stage, grants } = present(state);
    const grant = grants.find((each) => each.number === number && each.delegatedBy === actor);
    if (!grant) return refuse('role-was-not-lent-by-you', { number });
    if (grant.ended || stage === 'left') return refuse('role-has-ended');

    return [RoleEnded({ number, role: toCode(grant.role), endsOn: on, reason })];
  },
});
