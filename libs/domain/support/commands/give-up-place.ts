import { decide, reference, refuse, text, type CohortRef, type OrganisationRef } from '#kernel';
import { givePlaceBack, readPlaces } from '#domain/limits';
import { PlaceGivenUp } from '../cohort.events.js';
import { bookedBy, cohort } from '../cohort.js';
import { notOpen, openRefusals } from '../policies/cohort-must-be-open.js';

export class GiveUpPlace {
  @reference('CH', 'Cohort') cohort!: CohortRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @text('Reason') reason!: string;
}

export const giveUpPlace = decide(cohort, GiveUpPlace, {
  summary: 'Give up the places that a body booked; whoever waits first is called.',
  permission: 'cohort:keep',
  ref: ({ cohort: ref }) => ref,
  facts: (read, { cohort: ref }) => readPlaces(read, ref),
  refusals: { ...openRefusals, 'not-booked': 'This body booked no place of this cohort' },
  rule(state, { organisation, reason }, { facts: held }) {
    if (state.stage !== 'open') return notOpen(state);
    const booking = bookedBy(state, organisation);
    if (!booking) return refuse('not-booked');

    const { programme, name } = state;
    const { places } = booking;
    return [
      PlaceGivenUp({ programme, name, ...booking, reason }),
      ...givePlaceBack(held, places, `given up by ${organisation}`),
    ];
  },
});
