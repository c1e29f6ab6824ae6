import { by } from '#kernel/testing/given';
import { amey, eastRiding, scarborough } from '#domain/applications/testing';
import { queue } from '#domain/limits';
import { PlaceGivenUp } from '../cohort.events.js';
import { aboutCohort, aCohortWithTwo, aCompletedCohort, aFullCohort, bodyOf, called, firstCohort, inLine, joined, movedPlaces } from '../testing/cohorts.js';
import { giveUpPlace } from './give-up-place.js';

const giveUp = { cohort: firstCohort, organisation: eastRiding, reason: 'Two officers left' };
const officer = by('officer');
const given = PlaceGivenUp({ ...aboutCohort, ...bodyOf(eastRiding), places: 2, reason: 'Two officers left' });
const back = movedPlaces('taken', 'open', 2, `given up by ${eastRiding}`);

describe('giving up places', () => {
  it('is refused once the cohort is completed', () => aCompletedCohort.when(giveUpPlace, giveUp, officer).thenRefused('cohort-is-not-open'));

  it('is refused for a body that booked none', () => aCohortWithTwo.when(giveUpPlace, { ...giveUp, organisation: scarborough }, officer).thenRefused('not-booked'));

  it('gives back all that the body booked', () => aCohortWithTwo.when(giveUpPlace, giveUp, officer).then(given, back));

  it('calls whoever waits first', () =>
    aFullCohort
      .and(queue, firstCohort, joined(amey, 2))
      .when(giveUpPlace, giveUp, officer)
      .then(given, back, called(`given up by ${eastRiding}`, inLine(amey, 2))));
});
