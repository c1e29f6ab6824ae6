import { toPerson } from '#kernel';
import { by, given, givenNothing } from '#kernel/testing/given';
import { PersonRegistered } from '../person.events.js';
import { person } from '../person.js';
import { registerPerson } from './register-person.js';

describe('registering a person', () => {
  it('keeps an id and no name', () => givenNothing().when(registerPerson, { person: 'person:4f7c' }, by('chief')).then(PersonRegistered({ person: toPerson('4f7c') })));

  it.each(['person:clockwork', 'person:installation'])('is refused as %s, which is Tallystick itself', (id) =>
    givenNothing().when(registerPerson, { person: id }, by('chief')).thenRefused('id-is-taken', { person: id }));

  it('is refused a second time', () =>
    given(person, '4f7c', PersonRegistered({ person: toPerson('4f7c') })).when(registerPerson, { person: 'person:4f7c' }, by('chief')).thenRefused('person-is-registered'));
});
