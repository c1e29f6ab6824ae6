import { readInput, toCode } from '#kernel';
import { by, given } from '#kernel/testing/given';
import { PermissionGiven, PermissionTaken } from '../role.events.js';
import { role } from '../role.js';
import { defined } from '../testing/people.js';
import { GivePermission, givePermission } from './give-permission.js';
import { takePermission } from './take-permission.js';

const chief = by('administrator', '2012-06-13', 'chief');
const officers = given(role, 'programme-officer', defined('programme-officer'));
const administrators = given(role, 'administrator', defined('administrator'));
const give = { role: 'programme-officer', permission: 'agreement:sign', reason: 'a small office' };
const given_ = PermissionGiven({ role: toCode('programme-officer'), title: 'Programme officer', permission: 'agreement:sign', reason: 'a small office' });

describe('giving a permission', () => {
  it('says to which role, and why', () => officers.when(givePermission, give, chief).then(given_));
  it('is refused when the role holds it', () => officers.and(role, 'programme-officer', given_).when(givePermission, give, chief).thenRefused('permission-is-held'));
  it('is refused to administrators where it decides or moves money', () =>
    administrators.when(givePermission, { ...give, role: 'administrator' }, chief).thenRefused('administrators-decide-nothing'));

  it.each(['people:grant', 'people:permit', 'people:register', 'role:define'])('is refused to whoever decides where it changes who may do what: %s', (permission) =>
    officers.when(givePermission, { ...give, permission }, chief).thenRefused('only-administrators-administer', { permission }));
  it('lets any role read who may do what', () => officers.when(givePermission, { ...give, permission: 'people:read' }, chief).then(PermissionGiven({ ...given_.data, permission: 'people:read' })));

  it('takes no permission that nothing asks for', () => {
    expect(readInput(GivePermission, { ...give, permission: 'award:burn' })).toMatchObject({ ok: false, problems: [{ field: 'permission', message: expect.stringContaining('no permission "award:burn"') as string }] });
  });
});

describe('taking a permission', () => {
  const take = { role: 'programme-officer', permission: 'agreement:offer', reason: 'managers offer' };
  const taken = PermissionTaken({ role: toCode('programme-officer'), title: 'Programme officer', permission: 'agreement:offer', reason: 'managers offer' });
  it('says from which role, and why', () => officers.when(takePermission, take, chief).then(taken));
  it('is refused when the role does not hold it', () => officers.and(role, 'programme-officer', taken).when(takePermission, take, chief).thenRefused('permission-is-not-held'));
  it('is refused where nobody could ever put it right again', () =>
    administrators.when(takePermission, { ...take, role: 'administrator', permission: 'people:permit' }, chief).thenRefused('administrators-need-it'));
});
