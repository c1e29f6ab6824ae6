import { gbp } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { aFundAndAProgramme, aRound, budget, future, spring } from '../testing/index.js';
import { RoundClosed, RoundOpened } from '../round.events.js';
import { round } from '../round.js';
import { closeRound } from './close-round.js';

const closed = { programme: future, name: 'Spring 2012', budget };
const held = (amount: number) => limitEvents.LimitMoved({ unit: 'GBP', from: 'allocated', to: 'approved', amount, because: 'AW-2012-001' });

describe('closing a round', () => {
  it('is refused when it is closed already', () =>
    aRound.and(round, spring, RoundClosed({ ...closed, returned: gbp(0) })).when(closeRound, { round: spring }, by('manager')).thenRefused('round-is-closed'));

  it('gives back to the fund what no award holds', () =>
    aRound
      .and(limit, 'round.RD-2012-001', held(4_000_000))
      .when(closeRound, { round: spring }, by('manager'))
      .then(
        RoundClosed({ ...closed, returned: gbp(6_000_000) }),
        limitEvents.LimitReduced({ unit: 'GBP', bucket: 'allocated', amount: 6_000_000, because: 'RD-2012-001 closed' }),
        limitEvents.LimitMoved({ unit: 'GBP', from: 'allocated', to: 'available', amount: 6_000_000, because: 'RD-2012-001 closed' }),
      ));

  it('moves no money when awards hold all of it', () =>
    aRound.and(limit, 'round.RD-2012-001', held(10_000_000)).when(closeRound, { round: spring }, by('manager')).then(RoundClosed({ ...closed, returned: gbp(0) })));

  it('closes one that gave no money, of a fund that was given none for the year', () =>
    aFundAndAProgramme
      .and(limit, 'round.RD-2012-001', limitEvents.LimitOpened({ subject: `round ${spring}`, unit: 'GBP', bucket: 'allocated', amount: 0 }))
      .and(round, spring, RoundOpened({ programme: future, name: 'Spring 2012', budget, allocation: gbp(0) }))
      .when(closeRound, { round: spring }, by('manager'))
      .then(RoundClosed({ ...closed, returned: gbp(0) })));

  it('needs a round that exists', () => givenNothing().when(closeRound, { round: spring }, by('manager')).thenNotFound());
});
