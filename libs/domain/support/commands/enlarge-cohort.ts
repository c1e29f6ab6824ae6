import { decide, optional, present, reference, refuse, text, type CohortRef, type OrganisationRef } from '#kernel';
import { callNext, freePlaces, raiseUnit, readPlaces } from '#domain/limits';
import { organisation } from '#domain/organisations';
import { CohortEnlarged } from '../cohort.events.js';
import { cohortPlaces } from '../cohort-places.js';
import { cohort } from '../cohort.js';
import { notOpen, openRefusals } from '../policies/cohort-must-be-open.js';

export class EnlargeCohort {
  @reference('CH', 'Cohort') cohort!: CohortRef;
  @cohortPlaces('Places that we fill from now on') to!: number;
  @text('Because') because!: string;
  @optional(reference('OR', 'Sponsor', { hint: 'Whoever pays for the further places' })) sponsor?: OrganisationRef;
}

export const enlargeCohort = decide(cohort, EnlargeCohort, {
  summary: 'Give a cohort more places, where a sponsor or another reason allows it; whoever waits first is called first.',
  permission: 'cohort:keep',
  ref: ({ cohort: ref }) => ref,
  facts: async (read, { cohort: ref, sponsor }) => ({
    ...(await readPlaces(read, ref)),
    sponsor: sponsor === undefined ? undefined : await read(organisation, sponsor),
  }),
  refusals: {
    ...openRefusals,
    'not-more-than-before': 'The cohort has {before} places of ours already. To enlarge it, give a larger number',
    'more-than-all-places': 'The cohort has {places} places in all, so {to} of them cannot be ours',
  },
  rule(state, { cohort: ref, to, because, sponsor }, { facts: { places: limited, queue, sponsor: by } }) {
    if (state.stage !== 'open') return notOpen(state);
    const { programme, name, ours, places } = state;
    if (to <= ours) return refuse('not-more-than-before', { before: ours });
    if (places !== undefined && to > places) return refuse('more-than-all-places', { places, to });

    const sponsored = sponsor && by ? { sponsor, sponsorName: present(by.state).name } : {};
    const more = to - ours;
    return [
      CohortEnlarged({ programme, name, before: ours, after: to, because, ...sponsored }),
      raiseUnit(limited, 'PLACE', 'open', more, because),
      ...callNext(queue, freePlaces(limited, queue) + more, `${ref} was enlarged`),
    ];
  },
});
