import { gbp, toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { FundingAssigned, FundingVaried } from '../funding.events.js';
import { funding } from '../funding.js';
import { about, aClaim, aFunding, firstClaim, firstFunding, fundingRef, moved } from '../testing/index.js';
import { varyFunding } from './vary-funding.js';

const up = { funding: firstFunding, amount: '£15,300.00', until: '2014-05-31', reason: 'A second year' };
const down = { funding: firstFunding, amount: '£2,000.00', reason: 'The funder has less' };
const varied = FundingVaried({ ...about, before: gbp(900_000), amount: gbp(1_530_000), beforeUntil: toDate('2013-05-31'), until: toDate('2014-05-31'), reason: 'A second year', offeredUntil: toDate('2013-05-31') });
const manager = by('manager');

describe('varying what an outside funder pays', () => {
  it('is refused when it would end before it begins', () => aFunding.when(varyFunding, { ...up, until: '2012-05-31' }, manager).thenRefused('dates-run-backwards'));

  it('is refused when nothing varies', () => aFunding.when(varyFunding, { ...up, amount: '£9,000.00', until: undefined }, manager).thenRefused('nothing-varies'));

  it('is refused a penny below what is claimed, or was claimed and came', async () => {
    const below = { ...down, amount: '£1,999.99' };
    await aClaim.when(varyFunding, below, manager).thenRefused('below-what-was-claimed', { claimed: '£2,000.00', amount: '£1,999.99' });
    await aClaim.and(limit, fundingRef, moved('claimed', 'received', 200_000, firstClaim)).when(varyFunding, below, manager).thenRefused('below-what-was-claimed');
  });

  it('is refused below what was given a use', () =>
    aFunding
      .and(funding, firstFunding, FundingAssigned({ ...about, to: about.programme, amount: gbp(800_000), qualifier: 'about', what: 'a guide' }))
      .when(varyFunding, down, manager)
      .thenRefused('below-what-was-assigned', { assigned: '£8,000.00' }));

  it('gives more to claim when it goes up', () =>
    aFunding.when(varyFunding, up, manager).then(varied, limitEvents.LimitRaised({ unit: 'GBP', bucket: 'unclaimed', amount: 630_000, because: `${firstFunding} varied` })));

  it('leaves less to claim when it goes down', () =>
    aClaim
      .when(varyFunding, down, manager)
      .then(
        FundingVaried({ ...about, before: gbp(900_000), amount: gbp(200_000), beforeUntil: toDate('2013-05-31'), until: toDate('2013-05-31'), reason: 'The funder has less' }),
        limitEvents.LimitReduced({ unit: 'GBP', bucket: 'unclaimed', amount: 700_000, because: `${firstFunding} varied` }),
      ));

  it('says no more that it ends later than was offered, once it does not', () =>
    aFunding.and(funding, firstFunding, varied).when(varyFunding, { ...up, until: '2013-05-31' }, manager).then(
      FundingVaried({ ...about, before: gbp(1_530_000), amount: gbp(1_530_000), beforeUntil: toDate('2014-05-31'), until: toDate('2013-05-31'), reason: 'A second year' }),
    ));

  it('may change its last day only', () => aFunding.when(varyFunding, { ...up, amount: '£9,000.00' }, manager).then(FundingVaried({ ...varied.data, amount: gbp(900_000) })));
});
