import { by, givenNothing } from '#kernel/testing/given';
import { aFundAndAProgramme } from '#domain/programmes/testing';
import { CohortPlanned } from '../cohort.events.js';
import { aboutCohort, planned } from '../testing/cohorts.js';
import { planCohort } from './plan-cohort.js';

const plan = { ...aboutCohort };

describe('planning a cohort', () => {
  it('takes the label that the papers print', () => aFundAndAProgramme.when(planCohort, { ...plan, label: 'West Midlands', places: 20 }, by('manager')).then(planned));

  it('leaves open how many places there are, where nobody says it', () => aFundAndAProgramme.when(planCohort, plan, by('manager')).then(CohortPlanned(aboutCohort)));

  it('needs a programme that is defined', () => givenNothing().when(planCohort, plan, by('manager')).thenNotFound());
});
