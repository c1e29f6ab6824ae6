import { due, gbp, toDate, type Happened, type NewEvent } from '#kernel';
import { awardEvents } from '#domain/awards';
import { about, firstAward } from '#domain/awards/testing';
import { releaseMatch } from '#domain/match-funding';
import { releaseMatchOfEndedAward } from './release-match-of-ended-award.js';

const { AwardClosed, AwardWithdrawn, OfferLapsed } = awardEvents;
const released = { ...about, released: gbp(2_000_000), returnedTo: 'round' } as const;

const duties = (event: NewEvent) => {
  const happened: Happened = {
    ...event, stream: `award-${firstAward}`, category: 'award', ref: firstAward, version: 9, id: 'e', position: 9,
    recordedAt: '2012-12-01T10:00:00.000Z', on: toDate('2012-11-25'), meta: {},
  };
  return releaseMatchOfEndedAward.on[event.type]?.(happened);
};

describe('match of an award that ends', () => {
  it.each([
    ['is withdrawn', AwardWithdrawn({ ...released, reason: 'The council merged', withdrawnBy: 'recipient', stage: 'agreed' })],
    ['lapses', OfferLapsed({ ...released, acceptBy: toDate('2012-11-24') })],
  ])('is released on the same day when it %s', (_, event) => {
    expect(duties(event)).toEqual([due(firstAward, toDate('2012-11-25'), releaseMatch, { award: firstAward })]);
  });

  it('stays as it is when the award is closed', () => {
    expect(duties(AwardClosed(released))).toBeUndefined();
  });
});
