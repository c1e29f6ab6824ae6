import { gbp } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { aFundAndAProgramme, aRound, budget, future, spring } from '../testing/index.js';
import { RoundOpened } from '../round.events.js';
import { openRound } from './open-round.js';

const open = { programme: 'FUTURE', name: 'Spring 2012', fund: 'IMPROVEMENT', financialYear: 'FY1213', allocation: '£100,000.00' };
const funded = aFundAndAProgramme.and(limit, 'fund.IMPROVEMENT.FY1213', limitEvents.LimitOpened({ subject: 'IMPROVEMENT FY1213', unit: 'GBP', bucket: 'available', amount: 10_000_000 }));

describe('opening a round', () => {
  it('is refused when the fund has too little left', () =>
    aRound.when(openRound, open, by('manager')).thenRefused('fund-is-too-small', { available: '£20,000.00', needed: '£100,000.00' }));

  it('is refused when the fund has no budget in that year', () =>
    funded.when(openRound, { ...open, financialYear: 'FY1314' }, by('manager')).thenRefused('fund-is-too-small', { available: '£0.00' }));

  it('needs a programme and a fund that exist', () => givenNothing().when(openRound, open, by('manager')).thenNotFound());

  it('allocates money of the fund to it, to the last penny', () =>
    funded
      .when(openRound, open, by('manager'))
      .then(
        RoundOpened({ programme: future, name: 'Spring 2012', budget, allocation: gbp(10_000_000) }),
        limitEvents.LimitMoved({ unit: 'GBP', from: 'available', to: 'allocated', amount: 10_000_000, because: spring }),
        limitEvents.LimitOpened({ subject: 'round RD-2012-001', unit: 'GBP', bucket: 'allocated', amount: 10_000_000 }),
      ));
});
