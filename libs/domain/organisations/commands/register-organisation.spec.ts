import { by, givenNothing } from '#kernel/testing/given';
import { OrganisationRegistered } from '../organisation.events.js';
import { registerOrganisation } from './register-organisation.js';

describe('registering an organisation', () => {
  it('keeps its name, its type and where it is', () =>
    givenNothing()
      .when(registerOrganisation, { name: 'Rushcliffe Borough Council', type: 'district', region: 'East Midlands' }, by('officer'))
      .then(OrganisationRegistered({ name: 'Rushcliffe Borough Council', type: 'district', region: 'East Midlands' })));

  it('needs no region and no identifier', () =>
    givenNothing().when(registerOrganisation, { name: 'Amey', type: 'company' }, by('officer')).then(OrganisationRegistered({ name: 'Amey', type: 'company' })));
});
