import { by } from '#kernel/testing/given';
import { amey, eastRiding, scarborough } from '#domain/applications/testing';
import { limit, queue, queueEvents } from '#domain/limits';
import { PlaceBooked, PlaceGivenUp } from '../cohort.events.js';
import { cohort } from '../cohort.js';
import { aboutCohort, aCohortWithTwo, aFullCohort, anOpenCohort, aPlannedCohort, bodyOf, booked, called, firstCohort, inLine, joined, movedPlaces, placesRef, takenBy } from '../testing/cohorts.js';
import { schemeGives } from '../testing/scheme.js';
import { bookPlace } from './book-place.js';

const book = { cohort: firstCohort, organisation: scarborough };
const officer = by('officer');

describe('booking places of a cohort', () => {
  it('is refused before the cohort opens', () => aPlannedCohort.when(bookPlace, book, officer).thenRefused('cohort-is-not-open', { stage: 'planned' }));

  it('is refused for a body that booked already', () => aCohortWithTwo.when(bookPlace, { ...book, organisation: eastRiding }, officer).thenRefused('booked-already', { places: 2 }));

  it('is refused for more places than the scheme gives one body', () =>
    anOpenCohort.and(...schemeGives({ kind: 'places', each: 2 })).when(bookPlace, { ...book, places: 3 }, officer).thenRefused('more-than-for-one-body', { each: 2 }));

  it('is refused when the cohort is full', () => aFullCohort.when(bookPlace, { ...book, organisation: amey }, officer).thenRefused('no-place-left', { taken: 3, capacity: 3 }));

  it('is refused for more places than are left', () => aCohortWithTwo.when(bookPlace, { ...book, places: 2 }, officer).thenRefused('no-place-left'));

  it('is refused while others wait for the place', () => aCohortWithTwo.and(queue, firstCohort, joined(amey, 2)).when(bookPlace, book, officer).thenRefused('others-wait', { name: 'Amey' }));

  it('is refused while the last place is kept for somebody who was called', () =>
    aCohortWithTwo.and(queue, firstCohort, joined(amey), called('given up', inLine(amey))).when(bookPlace, book, officer).thenRefused('others-wait', { name: 'Amey' }));

  it('takes one place where nothing is said', () => anOpenCohort.when(bookPlace, book, officer).then(booked(scarborough), takenBy(scarborough)));

  it('takes as many as are asked for', () => anOpenCohort.when(bookPlace, { ...book, places: 3 }, officer).then(booked(scarborough, 3), takenBy(scarborough, 3)));

  it('takes the place that was kept for a body on the waiting list', () =>
    aCohortWithTwo
      .and(queue, firstCohort, joined(scarborough), called('given up', inLine(scarborough)))
      .when(bookPlace, book, officer)
      .then(
        PlaceBooked({ ...booked(scarborough).data, from: 'waiting-list' }),
        takenBy(scarborough),
        queueEvents.KeptPlaceTaken({ holder: firstCohort, ...inLine(scarborough), because: `booked by ${scarborough}` }),
      ));

  it('of fewer places than were kept for a body calls the next for the rest', () =>
    anOpenCohort
      .and(queue, firstCohort, joined(scarborough, 3), joined(amey, 2), called('the cohort opened', inLine(scarborough, 3)))
      .when(bookPlace, book, officer)
      .then(
        PlaceBooked({ ...booked(scarborough).data, from: 'waiting-list' }), takenBy(scarborough),
        queueEvents.KeptPlaceTaken({ holder: firstCohort, ...inLine(scarborough), because: `booked by ${scarborough}` }), called('Scarborough Borough Council took 1', inLine(amey, 2)),
      ));

  it('is possible again after the places were given up', () =>
    aFullCohort
      .and(cohort, firstCohort, PlaceGivenUp({ ...aboutCohort, ...bodyOf(scarborough), places: 1, reason: 'Ill' }))
      .and(limit, placesRef, movedPlaces('taken', 'open', 1, 'given up'))
      .when(bookPlace, book, officer)
      .then(booked(scarborough), takenBy(scarborough)));
});
