import { decide, isRefusal, optional, present, reference, refuse, type CohortRef, type OrganisationRef } from '#kernel';
import { isWaiting, keptFor, placeRefusals, takePlace } from '#domain/limits';
import { PlaceBooked } from '../cohort.events.js';
import { cohortPlaces } from '../cohort-places.js';
import { bookedBy, cohort } from '../cohort.js';
import { notOpen, openRefusals } from '../policies/cohort-must-be-open.js';
import { readBooking } from '../policies/read-booking.js';
import { eachRefusals, mustBeForOneBody } from '../policies/term-of-the-scheme.js';

export class BookPlace {
  @reference('CH', 'Cohort') cohort!: CohortRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @optional(cohortPlaces('Places', 'One where nothing is said')) places?: number;
}

export const bookPlace = decide(cohort, BookPlace, {
  summary: 'Book places of an open cohort for a body: open ones that nobody waits for, or those that were kept for it.',
  permission: 'cohort:keep',
  ref: ({ cohort: ref }) => ref,
  facts: readBooking,
  refusals: {
    ...openRefusals,
    'booked-already': '{name} booked {places} places of this cohort already. To have another number, give them up and book again',
    ...eachRefusals,
    ...placeRefusals,
  },
  rule(state, { organisation: who, places: needed = 1 }, { facts: { places: limited, queue, organisation: body, programme: of } }) {
    if (state.stage !== 'open') return notOpen(state);
    const before = bookedBy(state, who);
    if (before) return refuse('booked-already', { name: before.organisationName, places: before.places });
    const tooMany = mustBeForOneBody(of.state, needed);
    if (tooMany) return tooMany;
    const { name: organisationName } = present(body.state);
    const taken = takePlace(limited, queue, { who, name: organisationName, places: needed }, `booked by ${who}`);
    if (isRefusal(taken)) return taken;

    const { programme, name } = state;
    const from = isWaiting(queue.state, who) || keptFor(queue.state, who) ? 'waiting-list' : 'open';
    return [PlaceBooked({ programme, name, organisation: who, organisationName, places: needed, from }), ...taken];
  },
});
