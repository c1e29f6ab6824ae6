import { decide, optional, present, reference, refuse, text, type CohortRef, type OrganisationRef } from '#kernel';
import { freePlaces, isWaiting, joinQueue, keptFor, waitingIn } from '#domain/limits';
import { cohortPlaces } from '../cohort-places.js';
import { bookedBy, cohort } from '../cohort.js';
import { notOpen, openRefusals } from '../policies/cohort-must-be-open.js';
import { readBooking } from '../policies/read-booking.js';
import { eachRefusals, mustBeForOneBody } from '../policies/term-of-the-scheme.js';

export class JoinCohortWaitingList {
  @reference('CH', 'Cohort') cohort!: CohortRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @optional(cohortPlaces('Places', 'One where nothing is said')) places?: number;
  @text('Reason') reason!: string;
}

export const joinCohortWaitingList = decide(cohort, JoinCohortWaitingList, {
  summary: 'Put a body on the waiting list of a cohort that has no place for it.',
  permission: 'cohort:keep',
  ref: ({ cohort: ref }) => ref,
  facts: readBooking,
  refusals: {
    ...openRefusals,
    'booked-already': '{name} booked {places} places of this cohort already',
    'waiting-already': '{name} is on the waiting list already',
    ...eachRefusals,
    'more-than-all-places': 'The cohort has {ours} places of ours, so {needed} would never be open',
    'place-is-open': '{free} places are open and nobody waits. Book them instead',
  },
  rule(state, { organisation: who, places: needed = 1, reason }, { facts: { places: limited, queue, organisation: body, programme: of } }) {
    if (state.stage !== 'open') return notOpen(state);
    const { name } = present(body.state);
    const before = bookedBy(state, who);
    if (before) return refuse('booked-already', { name, places: before.places });
    if (isWaiting(queue.state, who) || keptFor(queue.state, who)) return refuse('waiting-already', { name });
    const tooMany = mustBeForOneBody(of.state, needed);
    if (tooMany) return tooMany;
    if (needed > state.ours) return refuse('more-than-all-places', { ours: state.ours, needed });
    const free = freePlaces(limited, queue);
    if (free >= needed && waitingIn(queue.state).next().done) return refuse('place-is-open', { free });

    return [joinQueue(queue, { who, name, places: needed }, reason)];
  },
});
