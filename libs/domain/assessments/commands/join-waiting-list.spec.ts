import { toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { application, applicationEvents } from '#domain/applications';
import { anApplication, firstApplication } from '#domain/applications/testing';
import { limit, limitEvents, queue } from '#domain/limits';
import { spring } from '#domain/programmes/testing';
import { called, east, full, given, joined, noPlaces, placesOf, scarborough, twoPlaces } from '../testing/places.js';
import { joinWaitingList } from './join-waiting-list.js';

const join = { application: firstApplication, reason: full };
const officer = by('officer');
const forward = applicationEvents.ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') });

describe('joining the waiting list of a round', () => {
  it('is refused once the application was withdrawn', () =>
    noPlaces
      .and(application, firstApplication, applicationEvents.ApplicationWithdrawn({ organisationName: 'East Riding', reason: 'No capacity' }))
      .when(joinWaitingList, join, officer)
      .thenRefused('application-is-over', { outcome: 'withdrawn' }));

  it('is refused where the terms have none', () => anApplication.when(joinWaitingList, join, officer).thenRefused('no-waiting-list', { round: 'Spring 2012' }));

  it('is refused once an award was approved for it', () =>
    noPlaces
      .and(application, firstApplication, forward)
      .and(limit, 'award.AW-2012-001', limitEvents.LimitOpened({ subject: 'award', unit: 'GBP', bucket: 'approved', amount: 1 }))
      .when(joinWaitingList, join, officer)
      .thenRefused('has-its-place'));

  it('is refused the second time, waiting or called', async () => {
    await noPlaces.and(queue, spring, joined(east)).when(joinWaitingList, join, officer).thenRefused('waiting-already');
    await noPlaces.and(queue, spring, joined(east), called('a sponsor pays', east)).when(joinWaitingList, join, officer).thenRefused('waiting-already');
  });

  it('is refused while a place is free and nobody waits', () => twoPlaces.when(joinWaitingList, join, officer).thenRefused('place-is-open', { open: 2 }));

  it('is open to a bid whether it was recommended already or not', async () => {
    await noPlaces.when(joinWaitingList, join, officer).then(joined(east));
    await noPlaces.and(application, firstApplication, forward).when(joinWaitingList, join, officer).then(joined(east));
  });

  it('is open while others wait, though a place is free', () =>
    noPlaces.and(queue, spring, joined(scarborough)).and(limit, placesOf, given).when(joinWaitingList, join, officer).then(joined(east)));
});
