import { decide, kept, optional, reference, refuse, type CohortRef, type OrganisationRef } from '#kernel';
import { AlumniJoined } from '../cohort.events.js';
import { cohortPlaces } from '../cohort-places.js';
import { cohort } from '../cohort.js';

export class JoinAlumni {
  @reference('CH', 'Cohort') cohort!: CohortRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @optional(cohortPlaces('How many', 'All who graduated, where nothing is said')) places?: number;
}

export const joinAlumni = decide(cohort, JoinAlumni, {
  summary: 'Take those of a body who graduated from a cohort among the alumni of the programme.',
  permission: 'cohort:keep',
  ref: ({ cohort: ref }) => ref,
  refusals: {
    'cohort-is-not-completed': 'This cohort is {stage}, and alumni come from one that is completed',
    'did-not-graduate': 'Nobody of this body graduated from this cohort',
    'alumni-already': '{name} is among the alumni already',
    'more-than-graduated': '{name} has {graduated} who graduated',
  },
  rule(state, { organisation: who, places: said }) {
    if (state.stage !== 'completed') return refuse('cohort-is-not-completed', { stage: state.stage });
    const graduate = kept(state.graduates, who);
    if (!graduate) return refuse('did-not-graduate');
    const { organisationName, places: graduated } = graduate;
    if (kept(state.alumni, who) !== undefined) return refuse('alumni-already', { name: organisationName });
    const places = said ?? graduated;
    if (places > graduated) return refuse('more-than-graduated', { name: organisationName, graduated });

    return [AlumniJoined({ programme: state.programme, name: state.name, organisation: who, organisationName, places })];
  },
});
