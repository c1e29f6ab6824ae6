import { toCode, toReference } from '#kernel';
import { by, given, givenNothing } from '#kernel/testing/given';
import { organisation, organisationEvents } from '#domain/organisations';
import { FundOpened } from '../fund.events.js';
import { fund } from '../fund.js';
import { openFund } from './open-fund.js';

const opened = FundOpened({ fund: toCode('IMPROVEMENT'), name: 'Improvement fund' });
const open = { code: 'IMPROVEMENT', name: 'Improvement fund' };

describe('opening a fund', () => {
  it('gives it a code and a name', () => givenNothing().when(openFund, open, by('finance')).then(opened));

  it('is refused when the code is taken', () =>
    given(fund, 'IMPROVEMENT', opened).when(openFund, open, by('finance')).thenRefused('code-is-taken', { name: 'Improvement fund' }));

  it('may be of capital, and held by another body under the name that it has', async () => {
    const holder = toReference('OR', 'OR-2012-001');
    const held = FundOpened({ ...opened.data, class: 'capital', heldBy: holder, heldByName: 'Leeds City Council' });
    await given(organisation, holder, organisationEvents.OrganisationRegistered({ name: 'Leeds City Council', type: 'metropolitan' }))
      .when(openFund, { ...open, class: 'capital', heldBy: holder }, by('finance'))
      .then(held);
    expect(FundOpened.say(held.data)).toBe('The capital fund Improvement fund (IMPROVEMENT) was opened, held by Leeds City Council');
  });
});
