import { by } from '#kernel/testing/given';
import { eastRiding, scarborough } from '#domain/applications/testing';
import { AlumniJoined } from '../cohort.events.js';
import { cohort } from '../cohort.js';
import { aboutCohort, aCompletedCohort, anOpenCohort, bodyOf, firstCohort } from '../testing/cohorts.js';
import { joinAlumni } from './join-alumni.js';

const join = { cohort: firstCohort, organisation: eastRiding };
const officer = by('officer');
const joined = AlumniJoined({ ...aboutCohort, ...bodyOf(eastRiding), places: 2 });

describe('joining the alumni', () => {
  it('is refused before the cohort is completed', () => anOpenCohort.when(joinAlumni, join, officer).thenRefused('cohort-is-not-completed', { stage: 'open' }));

  it('is refused for a body of which nobody graduated', () => aCompletedCohort.when(joinAlumni, { ...join, organisation: scarborough }, officer).thenRefused('did-not-graduate'));

  it('is refused the second time', () => aCompletedCohort.and(cohort, firstCohort, joined).when(joinAlumni, join, officer).thenRefused('alumni-already'));

  it('is refused for more than graduated', () => aCompletedCohort.when(joinAlumni, { ...join, places: 3 }, officer).thenRefused('more-than-graduated', { graduated: 2 }));

  it('takes all who graduated, where nothing is said', () => aCompletedCohort.when(joinAlumni, join, officer).then(joined));
});
