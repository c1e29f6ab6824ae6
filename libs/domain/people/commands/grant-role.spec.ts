import { toCode, toDate, toPerson, toReference } from '#kernel';
import { by, given } from '#kernel/testing/given';
import { organisation, organisationEvents } from '#domain/organisations';
import { PersonLeft, RoleEnded, RoleGranted } from '../person.events.js';
import { person } from '../person.js';
import { role } from '../role.js';
import { everyRole } from '../roles.js';
import { defined, granted, registered } from '../testing/people.js';
import { grantRole } from './grant-role.js';

const leeds = toReference('OR', 'OR-2012-001');
const office = everyRole.reduce((before, code) => before.and(role, code, defined(code)), given(person, 'mary', registered('mary')));
const withLeeds = office.and(organisation, leeds, organisationEvents.OrganisationRegistered({ name: 'Leeds City Council', type: 'metropolitan' }));
const grant = { person: 'person:mary', role: 'auditor', startsOn: '2012-06-13', reason: 'joined the team' };
const chief = by('administrator', '2012-06-13', 'chief');
const happened = RoleGranted({ number: 1, role: toCode('auditor'), startsOn: toDate('2012-06-13'), grantedBy: toPerson('chief'), reason: 'joined the team' });

describe('granting a role', () => {
  it('says from when, by whom and why', () => office.when(grantRole, grant, chief).then(happened));

  it('may be for a time', () => office.when(grantRole, { ...grant, endsOn: '2012-06-30' }, chief).then(RoleGranted({ ...happened.data, endsOn: toDate('2012-06-30') })));

  it('needs somebody who is registered', () => office.when(grantRole, { ...grant, person: 'person:nobody' }, chief).thenNotFound());

  it('is refused for somebody who left', () => office.and(person, 'mary', PersonLeft({ reason: 'retired' })).when(grantRole, grant, chief).thenRefused('person-has-left'));

  it('is refused when it would end before it starts', () => office.when(grantRole, { ...grant, endsOn: '2012-06-12' }, chief).thenRefused('dates-run-backwards'));

  it('is refused when they hold it on a day of it already', () => office.and(person, 'mary', granted('auditor')).when(grantRole, grant, chief).thenRefused('role-is-held', { since: '1 January 2012' }));

  it('is possible again once it was ended, and beside one that ended before', () => {
    const ended = RoleEnded({ number: 1, role: toCode('auditor'), endsOn: toDate('2012-02-01'), reason: 'moved' });
    return office.and(person, 'mary', granted('auditor'), ended).when(grantRole, grant, chief).then(RoleGranted({ ...happened.data, number: 2 }));
  });

  it('is refused to a recipient who acts for nobody', () => office.when(grantRole, { ...grant, role: 'recipient' }, chief).thenRefused('recipient-needs-organisation'));

  it('keeps the name of the organisation that a recipient acts for', () =>
    withLeeds
      .when(grantRole, { ...grant, role: 'recipient', organisation: leeds }, chief)
      .then(RoleGranted({ ...happened.data, role: toCode('recipient'), organisation: leeds, organisationName: 'Leeds City Council' })));

  it('is refused with an organisation to anybody else', () => withLeeds.when(grantRole, { ...grant, organisation: leeds }, chief).thenRefused('role-takes-no-organisation'));

  it.each([['administrator', 'finance-officer'], ['finance-officer', 'administrator'], ['administrator', 'programme-officer'], ['assessor', 'administrator']] as const)(
    'is refused as %s to somebody who is %s: administering people and deciding stay apart',
    (wanted, held) => office.and(person, 'mary', granted(held)).when(grantRole, { ...grant, role: wanted }, chief).thenRefused('roles-exclude-each-other', { role: wanted, held }),
  );

  it('lets an administrator read as an auditor, and lets duties of different times be', () =>
    office
      .and(person, 'mary', granted('auditor'), granted('finance-officer', { number: 2, endsOn: toDate('2012-06-12') }))
      .when(grantRole, { ...grant, role: 'administrator' }, chief)
      .then(RoleGranted({ ...happened.data, number: 3, role: toCode('administrator') })));

  it('is refused to oneself, and to oneself on behalf of another', async () => {
    await office.when(grantRole, grant, by('administrator', '2012-06-13', 'mary')).thenRefused('role-is-ones-own');
    await office.when(grantRole, grant, { ...chief, onBehalfOf: toPerson('mary') }).thenRefused('role-is-ones-own');
  });
});
