import { by } from '#kernel/testing/given';
import { OrganisationReclassified } from '../organisation.events.js';
import { registered, somerton } from '../testing/index.js';
import { reclassifyOrganisation } from './reclassify-organisation.js';

const reclassify = { organisation: somerton, type: 'unitary', reason: 'The structural changes order of 2012' };

describe('reclassifying an organisation', () => {
  it('is refused where it is of that type already', () =>
    registered.when(reclassifyOrganisation, { ...reclassify, type: 'district' }, by('officer')).thenRefused('type-is-the-same', { name: 'Somerton District Council' }));

  it('keeps the type that it was, and why', () =>
    registered
      .when(reclassifyOrganisation, reclassify, by('officer'))
      .then(OrganisationReclassified({ name: 'Somerton District Council', formerType: 'district', type: 'unitary', reason: reclassify.reason })));
});
