import { by } from '#kernel/testing/given';
import { limit, queue } from '#domain/limits';
import { spring } from '#domain/programmes/testing';
import { called, east, given, joined, noPlaces, placesOf, scarborough } from '../testing/places.js';
import { advanceWaitingList } from './advance-waiting-list.js';

const officer = by('officer');

describe('advancing the waiting list of a round', () => {
  it('is refused where nobody waits', () => noPlaces.when(advanceWaitingList, { round: spring }, officer).thenRefused('nobody-waits', { round: spring }));

  it('is refused while no place is free, or those that are free are kept for others', async () => {
    await noPlaces.and(queue, spring, joined(east)).when(advanceWaitingList, { round: spring }, officer).thenRefused('no-place-is-open');
    await noPlaces
      .and(limit, placesOf, given)
      .and(queue, spring, joined(east), joined(scarborough), called('a place became free', east))
      .when(advanceWaitingList, { round: spring }, officer)
      .thenRefused('no-place-is-open');
  });

  it('keeps each free place for whoever waits longest', () =>
    noPlaces
      .and(limit, placesOf, given)
      .and(queue, spring, joined(east), joined(scarborough))
      .when(advanceWaitingList, { round: spring }, by('clockwork'))
      .then(called('a place became free', east)));
});
