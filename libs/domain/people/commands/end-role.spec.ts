import { toCode, toDate } from '#kernel';
import { by, given } from '#kernel/testing/given';
import { PersonLeft, RoleEnded } from '../person.events.js';
import { person } from '../person.js';
import { granted, registered } from '../testing/people.js';
import { endRole } from './end-role.js';
import { recordDeparture } from './record-departure.js';

const office = given(person, 'mary', registered('mary'), granted('auditor'));
const chief = by('administrator', '2012-06-13', 'chief');
const mary = by('administrator', '2012-06-13', 'mary');
const end = { person: 'person:mary', number: 1, reason: 'moved on' };
const ended = RoleEnded({ number: 1, role: toCode('auditor'), endsOn: toDate('2012-06-13'), reason: 'moved on' });

describe('ending a role', () => {
  it('ends it that day', () => office.when(endRole, end, chief).then(ended));
  it('is refused for one that they were never granted', () => office.when(endRole, { ...end, number: 2 }, chief).thenRefused('role-was-not-granted'));
  it('is refused a second time', () => office.and(person, 'mary', ended).when(endRole, end, chief).thenRefused('role-has-ended'));
  it('is refused for somebody who left', () => office.and(person, 'mary', PersonLeft({ reason: 'retired' })).when(endRole, end, chief).thenRefused('role-has-ended'));
  it('is refused for a role of one’s own', () => office.when(endRole, end, mary).thenRefused('role-is-ones-own'));
});

describe('recording a departure', () => {
  const leave = { person: 'person:mary', reason: 'retired' };
  it('says why they left', () => office.when(recordDeparture, leave, chief).then(PersonLeft({ reason: 'retired' })));
  it('is refused a second time', () => office.and(person, 'mary', PersonLeft({ reason: 'retired' })).when(recordDeparture, leave, chief).thenRefused('person-has-left'));
  it('is refused for oneself', () => office.when(recordDeparture, leave, mary).thenRefused('departure-is-ones-own'));
});
