import { gbp } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { aFundAndAProgramme, aRound, budget, future, spring } from '../testing/index.js';
import { RoundOpened } from '../round.events.js';
import { openRound } from './open-round.js';

const open = { programme: 'FUTURE', name: 'Spring 2012', fund: 'IMPROVEMENT', financialYear: 'FY1213', allocation: '£100,000.00' };
const funded = aFundAndAProgramme.and(limit, 'fund.IMPROVEMENT.FY1213', limitEvents.LimitOpened({ subject: 'IMPROVEMENT FY1213', unit: 'GBP', bucket: 'available', amount: 10_000_000 }));

const sixThousand = { kind: 'fixed', amount: gbp(600_000) } as const;
const pound = { ratio: 100, payableBeforeVerified: 50, from: 'public-bodies' } as const;
const opened = { programme: future, name: 'Spring 2012', budget, allocation: gbp(10_000_000) };

describe('opening a round', () => {
  it.each([
    ['a fixed sum', { kind: 'fixed', amount: '£20,000.01' }],
    ['a ceiling', { kind: 'ceiling', upTo: '£20,000.01' }],
  ])('is refused with %s over the ceiling of the programme', (_, terms) =>
    funded.when(openRound, { ...open, terms }, by('manager')).thenRefused('over-programme-ceiling', { ceiling: '£20,000.00', amount: '£20,000.01' }));

  it('is refused when the fund has too little left', () =>
    aRound.when(openRound, open, by('manager')).thenRefused('fund-is-too-small', { available: '£20,000.00', needed: '£100,000.00' }));

  it('is refused when the fund has no budget in that year', () =>
    funded.when(openRound, { ...open, financialYear: 'FY1314' }, by('manager')).thenRefused('fund-is-too-small', { available: '£0.00' }));

  it('needs a programme and a fund that exist', () => givenNothing().when(openRound, open, by('manager')).thenNotFound());

  it('allocates money of the fund to it, to the last penny', () =>
    funded
      .when(openRound, open, by('manager'))
      .then(
        RoundOpened(opened),
        limitEvents.LimitMoved({ unit: 'GBP', from: 'available', to: 'allocated', amount: 10_000_000, because: spring }),
        limitEvents.LimitOpened({ subject: 'round RD-2012-001', unit: 'GBP', bucket: 'allocated', amount: 10_000_000 }),
      ));

  it('keeps its own terms and its rule for match', () =>
    funded
      .when(openRound, { ...open, terms: { kind: 'fixed', amount: '£6,000.00' }, matchRule: pound }, by('manager'))
      .then(
        RoundOpened({ ...opened, terms: sixThousand, matchRule: pound }),
        limitEvents.LimitMoved({ unit: 'GBP', from: 'available', to: 'allocated', amount: 10_000_000, because: spring }),
        limitEvents.LimitOpened({ subject: 'round RD-2012-001', unit: 'GBP', bucket: 'allocated', amount: 10_000_000 }),
      ));

  it('reads in the timeline with its terms, or without', () => {
    const words = 'The round Spring 2012 of FUTURE was opened with £100,000.00 from IMPROVEMENT FY1213, round RD-2012-001';
    expect(RoundOpened.say(opened)).toBe(words);
    expect(RoundOpened.say({ ...opened, terms: sixThousand, matchRule: { ...pound, from: 'any-partner' } })).toBe(
      `${words}, a fixed sum of £6,000.00 for each award, and match of 100 per cent of the grant from the recipient and any of its partners, with 50 per cent payable before it is verified`,
    );
  });
});
