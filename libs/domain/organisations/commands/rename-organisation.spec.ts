import { toDate } from '#kernel';
import { by, given, givenNothing } from '#kernel/testing/given';
import { OrganisationRegistered, OrganisationRenamed } from '../organisation.events.js';
import { organisation } from '../organisation.js';
import { renameOrganisation } from './rename-organisation.js';

const registered = given(organisation, 'OR-2012-001', OrganisationRegistered({ name: 'Rushcliffe', type: 'district' }));
const rename = { organisation: 'OR-2012-001', name: 'Rushcliffe Borough Council' };

describe('renaming an organisation', () => {
  it('keeps the former name', () =>
    registered.when(renameOrganisation, rename, by('officer')).then(OrganisationRenamed({ formerName: 'Rushcliffe', name: 'Rushcliffe Borough Council' })));

  it('is refused when it has that name already', () =>
    registered.when(renameOrganisation, { ...rename, name: 'Rushcliffe' }, by('officer')).thenRefused('name-is-the-same', { name: 'Rushcliffe' }));

  it('needs an organisation that is registered', () => givenNothing().when(renameOrganisation, rename, by('officer')).thenNotFound());

  it('keeps every former name with the day on which it ended', () => {
    const about = { ref: 'OR-2012-001', version: 1, on: toDate('2013-04-01'), by: 'person:officer' };
    const events = [OrganisationRegistered({ name: 'A', type: 'company' }), OrganisationRenamed({ formerName: 'A', name: 'B' })];
    expect(events.reduce((state, event) => organisation.evolve(state, event, about), organisation.initial)).toMatchObject({
      name: 'B', formerNames: [{ name: 'A', until: '2013-04-01' }],
    });
  });
});
