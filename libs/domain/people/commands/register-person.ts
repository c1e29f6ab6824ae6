import { decide, person as personField, refuse, type Person } from '#kernel';
import { isTallystick } from '../clockwork.js';
import { PersonRegistered } from '../person.events.js';
import { person, refOfPerson } from '../person.js';

export class RegisterPerson {
  @personField('Person', { hint: 'Made up at random, like person:4f7c. The name is kept with the account, never here' }) person!: Person;
}

export const registerPerson = decide(person, RegisterPerson, {
  summary: 'Register a person by an id, so that roles can be granted to them; their name is kept outside the record.',
  permission: 'people:register',
  begins: 'named',
  ref: (input) => refOfPerson(input.person),
  refusals: {
    'id-is-taken': 'Tallystick itself acts as {person}. Choose another id',
    'person-is-registered': '{person} is registered already',
  },
  rule(state, { person: id }) {
    if (isTallystick(id)) return refuse('id-is-taken', { person: id });
    if (state.stage !== 'absent') return refuse('person-is-registered', { person: id });

    return [PersonRegistered({ person: id })];
  },
});
