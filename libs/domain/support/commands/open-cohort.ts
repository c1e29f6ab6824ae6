import { date, decide, optional, present, reference, refuse, type CohortRef, type IsoDate } from '#kernel';
import { openUnit, placesLimit } from '#domain/limits';
import { CohortOpened } from '../cohort.events.js';
import { cohortPlaces } from '../cohort-places.js';
import { cohort } from '../cohort.js';

export class OpenCohort {
  @reference('CH', 'Cohort') cohort!: CohortRef;
  @cohortPlaces('Places that we fill', 'Bodies book these; others may fill the rest') ours!: number;
  @optional(cohortPlaces('Places of everybody who fills it', 'Left out where nobody says how many there are, or it was said when it was planned')) places?: number;
  @date('Starts on') startsOn!: IsoDate;
}

export const openCohort = decide(cohort, OpenCohort, {
  summary: 'Open a planned cohort, so that bodies book its places.',
  permission: 'cohort:keep',
  ref: ({ cohort: ref }) => ref,
  refusals: {
    'cohort-is-not-planned': 'This cohort is {stage}, and only one that is planned is opened',
    'more-than-all-places': 'The cohort has {places} places in all, so {ours} of them cannot be ours',
  },
  rule(state, { cohort: ref, ours, startsOn, places: said }) {
    const planned = present(state);
    if (planned.stage !== 'planned') return refuse('cohort-is-not-planned', { stage: planned.stage });
    const { programme, name, label, theme } = planned;
    const places = said ?? planned.places;
    if (places !== undefined && ours > places) return refuse('more-than-all-places', { places, ours });

    const known = { ...(label === undefined ? {} : { label }), ...(theme === undefined ? {} : { theme }), ...(places === undefined ? {} : { places }) };
    return [CohortOpened({ programme, name, ours, startsOn, ...known }), openUnit(placesLimit(ref), `places of cohort ${ref}`, 'PLACE', 'open', ours)];
  },
});
