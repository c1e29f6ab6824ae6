import { toCode, toDate, toPerson, toReference } from '#kernel';
import { by, given } from '#kernel/testing/given';
import { PersonLeft, RoleEnded, RoleGranted } from '../person.events.js';
import { person } from '../person.js';
import { role } from '../role.js';
import { everyRole } from '../roles.js';
import { defined, granted, registered } from '../testing/people.js';
import { delegateRole } from './delegate-role.js';
import { takeBackRole } from './take-back-role.js';

const roles = everyRole.reduce((before, code) => before.and(role, code, defined(code)), given(person, 'mary', registered('mary')));
const office = roles.and(person, 'nora', registered('nora'), granted('programme-manager', { endsOn: toDate('2012-12-31') }));
const nora = by('programme-manager', '2012-06-13', 'nora');
const lend = { to: 'person:mary', role: 'programme-manager', startsOn: '2012-07-01', endsOn: '2012-07-14', reason: 'on leave' };
const lent = RoleGranted({
  number: 1, role: toCode('programme-manager'), startsOn: toDate('2012-07-01'), endsOn: toDate('2012-07-14'), delegatedBy: toPerson('nora'), grantedBy: toPerson('nora'), reason: 'on leave',
});

describe('lending a role', () => {
  it('is for a time, and says whose it is', () => office.when(delegateRole, lend, nora).then(lent));

  it('hands on the organisation that a recipient acts for', () => {
    const body = { organisation: toReference('OR', 'OR-2012-001'), organisationName: 'Leeds City Council' };
    return roles
      .and(person, 'nora', registered('nora'), granted('recipient', body))
      .when(delegateRole, { ...lend, role: 'recipient' }, nora)
      .then(RoleGranted({ ...lent.data, role: toCode('recipient'), ...body }));
  });

  it('is refused to somebody who left', () => office.and(person, 'mary', PersonLeft({ reason: 'retired' })).when(delegateRole, lend, nora).thenRefused('person-has-left'));
  it('is refused when it would end before it starts', () => office.when(delegateRole, { ...lend, endsOn: '2012-06-30' }, nora).thenRefused('dates-run-backwards'));
  it('is refused to somebody who holds it anyway', () => office.and(person, 'mary', granted('programme-manager')).when(delegateRole, lend, nora).thenRefused('role-is-held'));
  it('is refused for a role that one does not hold', () => office.when(delegateRole, { ...lend, role: 'finance-officer' }, nora).thenRefused('role-is-not-held'));

  it('is refused for a role that was itself lent', () =>
    roles
      .and(person, 'nora', registered('nora'), granted('programme-manager', { delegatedBy: toPerson('olga') }))
      .when(delegateRole, lend, nora)
      .thenRefused('role-is-itself-delegated'));

  it('is refused for longer than one holds it', () => office.when(delegateRole, { ...lend, endsOn: '2013-01-01' }, nora).thenRefused('delegation-outlasts-role', { endsOn: '31 December 2012' }));
  it('is refused to an administrator', () => office.and(person, 'mary', granted('administrator')).when(delegateRole, lend, nora).thenRefused('roles-exclude-each-other'));
  it('is refused to oneself, who holds it anyway', () => office.when(delegateRole, { ...lend, to: 'person:nora' }, nora).thenRefused('role-is-held'));
});

describe('taking back a role', () => {
  const back = { from: 'person:mary', number: 1, reason: 'back at my desk' };
  const holding = office.and(person, 'mary', lent);
  const ended = RoleEnded({ number: 1, role: toCode('programme-manager'), endsOn: toDate('2012-07-02'), reason: 'back at my desk' });
  const returned = by('programme-manager', '2012-07-02', 'nora');

  it('ends it at once', () => holding.when(takeBackRole, back, returned).then(ended));
  it('is refused to anybody who did not lend it', () => holding.when(takeBackRole, back, by('programme-manager', '2012-07-02', 'olga')).thenRefused('role-was-not-lent-by-you'));
  it('is refused a second time', () => holding.and(person, 'mary', ended).when(takeBackRole, back, returned).thenRefused('role-has-ended'));
});
