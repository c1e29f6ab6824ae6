import { by } from '#kernel/testing/given';
import { amey, eastRiding, scarborough } from '#domain/applications/testing';
import { limitEvents, queue } from '#domain/limits';
import { CohortEnlarged } from '../cohort.events.js';
import { aboutCohort, aCompletedCohort, aFullCohort, anOpenCohort, bodyOf, called, firstCohort, inLine, joined } from '../testing/cohorts.js';
import { enlargeCohort } from './enlarge-cohort.js';

const enlarge = { cohort: firstCohort, to: 5, because: 'More rooms' };
const manager = by('manager');
const enlarged = CohortEnlarged({ ...aboutCohort, before: 3, after: 5, because: 'More rooms' });
const raised = limitEvents.LimitRaised({ unit: 'PLACE', bucket: 'open', amount: 2, because: 'More rooms' });

describe('enlarging a cohort', () => {
  it('is refused once it is completed', () => aCompletedCohort.when(enlargeCohort, enlarge, manager).thenRefused('cohort-is-not-open', { stage: 'completed' }));

  it('is refused to what it is already', () => anOpenCohort.when(enlargeCohort, { ...enlarge, to: 3 }, manager).thenRefused('not-more-than-before', { before: 3 }));

  it('is refused beyond all the places there are', () => anOpenCohort.when(enlargeCohort, { ...enlarge, to: 21 }, manager).thenRefused('more-than-all-places', { places: 20, to: 21 }));

  it('names the sponsor who made it possible', () =>
    anOpenCohort.when(enlargeCohort, { ...enlarge, sponsor: eastRiding }, manager).then(CohortEnlarged({ ...enlarged.data, sponsor: eastRiding, sponsorName: bodyOf(eastRiding).organisationName }), raised));

  it('calls those who wait, in their order, as far as the places reach', () =>
    aFullCohort
      .and(queue, firstCohort, joined(amey), joined(scarborough, 2))
      .when(enlargeCohort, enlarge, manager)
      .then(enlarged, raised, called(`${firstCohort} was enlarged`, inLine(amey))));
});
