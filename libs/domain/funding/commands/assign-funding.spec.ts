import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { FundingAssigned } from '../funding.events.js';
import { funding } from '../funding.js';
import { about, aFundingHeldByFunder, firstFunding } from '../testing/index.js';
import { assignFunding } from './assign-funding.js';

const assign = { funding: firstFunding, programme: about.programme, amount: '£8,000.00', qualifier: 'about', what: 'a navigator' };
const assigned = FundingAssigned({ ...about, to: about.programme, amount: gbp(800_000), qualifier: 'about', what: 'a navigator' });
const manager = by('manager');

describe('giving an outside funder’s money a use', () => {
  it('is refused a penny above what has no use yet', () =>
    aFundingHeldByFunder.and(funding, firstFunding, assigned).when(assignFunding, { ...assign, amount: '£1,000.01' }, manager).thenRefused('over-funding', { left: '£1,000.00', needed: '£1,000.01' }));

  it('keeps the words that belong to the figure', async () => {
    await aFundingHeldByFunder.when(assignFunding, assign, manager).then(assigned);
    expect(FundingAssigned.say(assigned.data)).toBe('about £8,000.00 of the funding by Research Council was assigned to FUTURE, for a navigator');
  });

  it('needs a programme that is defined', () => aFundingHeldByFunder.when(assignFunding, { ...assign, programme: 'NOBODY' }, manager).thenNotFound());
});
