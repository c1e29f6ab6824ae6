import { decide, person as personField, present, refuse, text, type Person } from '#kernel';
import { PersonLeft } from '../person.events.js';
import { person, refOfPerson } from '../person.js';

export class RecordDeparture {
  @personField('Person') person!: Person;
  @text('Reason') reason!: string;
}

export const recordDeparture = decide(person, RecordDeparture, {
  summary: 'Record that somebody left: every role and token of theirs ends at once, and so does what they lent.',
  permission: 'people:grant',
  ref: (input) => refOfPerson(input.person),
  refusals: {
    'person-has-left': 'They have left already',
    'departure-is-ones-own': 'Nobody records their own departure. Ask another administrator, so that the last one can not lock everybody out',
  },
  apart: { 'departure-is-ones-own': ({ input }) => [input.person] },
  rule: (state, { reason }) => (present(state).stage === 'left' ? refuse('person-has-left') : [PersonLeft({ reason })]),
});
