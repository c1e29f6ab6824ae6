import { by, givenNothing } from '#kernel/testing/given';
import { CohortOpened } from '../cohort.events.js';
import { anOpenCohort, aPlannedCohort, cohortOpened, firstCohort, placesOpened } from '../testing/cohorts.js';
import { openCohort } from './open-cohort.js';

const open = { cohort: firstCohort, ours: 3, startsOn: '2012-06-14' };
const manager = by('manager');

describe('opening a cohort', () => {
  it('is refused when it is open', () => anOpenCohort.when(openCohort, open, manager).thenRefused('cohort-is-not-planned', { stage: 'open' }));

  it('is refused with more places of ours than there are', () => aPlannedCohort.when(openCohort, { ...open, ours: 21 }, manager).thenRefused('more-than-all-places', { places: 20, ours: 21 }));

  it('has as many places to book as we fill', () => aPlannedCohort.when(openCohort, open, manager).then(cohortOpened, placesOpened));

  it('may have another number of places than was planned', () =>
    aPlannedCohort.when(openCohort, { ...open, places: 24 }, manager).then(CohortOpened({ ...cohortOpened.data, places: 24 }), placesOpened));

  it('needs a cohort that was planned', () => givenNothing().when(openCohort, open, manager).thenNotFound());
});
