import { by, given, givenNothing } from '#kernel/testing/given';
import { NameWithheld, OrganisationRegistered } from '../organisation.events.js';
import { organisation } from '../organisation.js';
import { withholdName } from './withhold-name.js';

const registered = given(organisation, 'OR-2012-001', OrganisationRegistered({ name: 'A water company', type: 'company' }));
const withhold = { organisation: 'OR-2012-001', reason: 'Asked that its name not be associated' };
const withheld = NameWithheld({ name: 'A water company', reason: withhold.reason });

describe('withholding a name', () => {
  it('records why, and the name that is withheld', () => registered.when(withholdName, withhold, by('manager')).then(withheld));

  it('is refused when it is withheld already, and says since when', () =>
    registered.and(organisation, 'OR-2012-001', withheld).when(withholdName, withhold, by('manager', '2012-11-26')).thenRefused('name-is-withheld', { since: '2012-11-26' }));

  it('needs an organisation that is registered', () => givenNothing().when(withholdName, withhold, by('manager')).thenNotFound());
});
