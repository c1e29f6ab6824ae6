import { decide, list, optional, pairsOf, reference, refuse, type CohortRef, type DataOf } from '#kernel';
import { CohortCompleted } from '../cohort.events.js';
import { cohortPlaces, mostPlaces } from '../cohort-places.js';
import { bookedBy, cohort } from '../cohort.js';
import { notOpen, openRefusals } from '../policies/cohort-must-be-open.js';

const graduate = { organisation: reference('OR', 'Organisation'), places: cohortPlaces('Places') };

export class CompleteCohort {
  @reference('CH', 'Cohort') cohort!: CohortRef;
  @optional(list('Graduates', graduate, '{organisation} ({places})', { max: mostPlaces, hint: 'Everybody who booked, where nothing is said' })) graduates?: readonly DataOf<typeof graduate>[];
}

export const completeCohort = decide(cohort, CompleteCohort, {
  summary: 'Complete a cohort, with those who graduated.',
  permission: 'cohort:keep',
  ref: ({ cohort: ref }) => ref,
  refusals: {
    ...openRefusals,
    'graduate-is-named-twice': '{organisation} is named twice. Give each body once, with all its places',
    'graduate-did-not-book': '{organisation} booked no place of this cohort',
    'more-graduates-than-places': '{organisation} booked {places} places, so no more can have graduated',
  },
  rule(state, { graduates: named }) {
    if (state.stage !== 'open') return notOpen(state);
    const given = named ?? [...pairsOf(state.booked)].map(([, { organisation, places }]) => ({ organisation, places }));
    const seen = new Set<string>();
    for (const { organisation, places } of given) {
      if (seen.has(organisation)) return refuse('graduate-is-named-twice', { organisation });
      seen.add(organisation);
      const booking = bookedBy(state, organisation);
      if (!booking) return refuse('graduate-did-not-book', { organisation });
      if (places > booking.places) return refuse('more-graduates-than-places', { organisation, places: booking.places });
    }

    const { programme, name, booked } = state;
    const graduates = given.flatMap(({ organisation, places }) => {
      const booking = bookedBy({ booked }, organisation);
      return booking ? [{ ...booking, places }] : [];
    });
    return [CohortCompleted({ programme, name, graduates: graduates.sort((a, b) => (a.organisation < b.organisation ? -1 : 1)) })];
  },
});
