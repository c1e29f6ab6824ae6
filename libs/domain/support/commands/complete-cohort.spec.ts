import { by } from '#kernel/testing/given';
import { amey, eastRiding, scarborough } from '#domain/applications/testing';
import { CohortCompleted } from '../cohort.events.js';
import { aboutCohort, aCohortWithTwo, aFullCohort, aPlannedCohort, bodyOf, completed, firstCohort } from '../testing/cohorts.js';
import { completeCohort } from './complete-cohort.js';

const complete = { cohort: firstCohort };
const manager = by('manager');
const graduates = (...of: readonly { organisation: string; places: number }[]) => ({ ...complete, graduates: of });

describe('completing a cohort', () => {
  it('is refused before it opens', () => aPlannedCohort.when(completeCohort, complete, manager).thenRefused('cohort-is-not-open', { stage: 'planned' }));

  it('is refused with a body that is named twice', () =>
    aFullCohort.when(completeCohort, graduates({ organisation: eastRiding, places: 1 }, { organisation: eastRiding, places: 1 }), manager).thenRefused('graduate-is-named-twice'));

  it('is refused with a body that booked no place', () => aFullCohort.when(completeCohort, graduates({ organisation: amey, places: 1 }), manager).thenRefused('graduate-did-not-book', { organisation: amey }));

  it('is refused with more graduates than places', () =>
    aFullCohort.when(completeCohort, graduates({ organisation: eastRiding, places: 3 }), manager).thenRefused('more-graduates-than-places', { places: 2 }));

  it('takes everybody who booked, where nothing is said', () => aCohortWithTwo.when(completeCohort, complete, manager).then(completed));

  it('takes those who are named, in the order of their references', () =>
    aFullCohort
      .when(completeCohort, graduates({ organisation: scarborough, places: 1 }, { organisation: eastRiding, places: 1 }), manager)
      .then(CohortCompleted({ ...aboutCohort, graduates: [{ ...bodyOf(eastRiding), places: 1 }, { ...bodyOf(scarborough), places: 1 }] })));
});
