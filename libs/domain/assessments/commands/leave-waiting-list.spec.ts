import { by } from '#kernel/testing/given';
import { firstApplication } from '#domain/applications/testing';
import { limit, queue, queueEvents } from '#domain/limits';
import { spring } from '#domain/programmes/testing';
import { called, east, given, joined, noPlaces, placesOf, scarborough } from '../testing/places.js';
import { leaveWaitingList } from './leave-waiting-list.js';

const officer = by('officer');

describe('leaving the waiting list of a round', () => {
  const leave = { application: firstApplication, reason: 'No longer wanted' };
  const left = queueEvents.QueueLeft({ holder: spring, who: firstApplication, name: east.name, because: 'No longer wanted' });

  it('is refused to whoever does not wait', () => noPlaces.when(leaveWaitingList, leave, officer).thenRefused('not-waiting', { name: 'East Riding of Yorkshire Council' }));

  it('is recorded with its reason', () => noPlaces.and(queue, spring, joined(east), joined(scarborough)).when(leaveWaitingList, leave, officer).then(left));

  it('gives the place that was kept for it to the next', () =>
    noPlaces
      .and(queue, spring, joined(east), joined(scarborough), called('a place became free', east))
      .and(limit, placesOf, given)
      .when(leaveWaitingList, leave, officer)
      .then(left, called(`${east.name} gave up its place`, scarborough)));
});
