import { dropped, due, gbp, toDate, type Happened, type NewEvent } from '#kernel';
import { by } from '#kernel/testing/given';
import { awardEvents, lapseOffer } from '#domain/awards';
import { about, anAwardOffered, firstAward, moved, offered, reduced, signed } from '#domain/awards/testing';
import { lapseUnsignedOffer } from './lapse-unsigned-offer.js';

const { OfferLapsed, AwardWithdrawn } = awardEvents;
const released = { ...about, released: gbp(2_000_000), returnedTo: 'round' } as const;
const lapsed = OfferLapsed({ ...released, acceptBy: toDate('2012-07-31') });
const withdrawn = AwardWithdrawn({ ...released, reason: 'No capacity', withdrawnBy: 'recipient', stage: 'offered' });

const duties = (event: NewEvent) => {
  const happened: Happened = {
    ...event, stream: `award-${firstAward}`, category: 'award', ref: firstAward, version: 1, id: 'e', position: 1,
    recordedAt: '2012-07-05T10:00:00.000Z', on: toDate('2012-07-05'), meta: {},
  };
  return lapseUnsignedOffer.on[event.type]?.(happened);
};
const lapse = due(firstAward, toDate('2012-08-01'), lapseOffer, { award: firstAward });

describe('an offer that nobody signs', () => {
  it('lapses the day after it should have been signed', () => {
    expect(duties(offered)).toEqual([lapse]);
  });

  it.each([
    ['a Friday', '2012-06-15', '2012-06-18'],
    ['the Thursday before Easter', '2012-04-05', '2012-04-10'],
    ['the day before a jubilee', '2012-06-03', '2012-06-06'],
  ])('lapses on the next working day when it should have been signed by %s', (_, acceptBy, on) => {
    expect(duties({ ...offered, data: { ...(offered.data as object), acceptBy } })).toEqual([due(firstAward, toDate(on), lapseOffer, { award: firstAward })]);
  });

  it.each([['signed', signed], ['withdrawn', withdrawn], ['lapsed by hand', lapsed]])('is left alone once it is %s', (_, event) => {
    expect(duties(event)).toEqual([dropped(firstAward)]);
  });

  it('is lapsed by the very command that becomes due', () => {
    const because = 'the offer of AW-2012-001 lapsed';
    const money = [reduced('approved', 2_000_000, because), moved('approved', 'allocated', 2_000_000, because)];
    const authority = [reduced('approved', 2_000_000, because), moved('used', 'left', 2_000_000, because)];
    return anAwardOffered.when(lapseOffer, { award: firstAward }, by('system', '2012-08-01')).then(lapsed, ...money, ...authority);
  });
});
