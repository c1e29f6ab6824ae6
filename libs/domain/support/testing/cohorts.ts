import { toDate, toReference, type OrganisationRef } from '#kernel';
import { amey, aRoundAndBodies, eastRiding, scarborough } from '#domain/applications/testing';
import { limit, limitEvents, placesLimit, queueEvents } from '#domain/limits';
import { future } from '#domain/programmes/testing';
import { CohortCompleted, CohortOpened, CohortPlanned, PlaceBooked } from '../cohort.events.js';
import { cohort } from '../cohort.js';

export const firstCohort = toReference('CH', 'CH-2012-001');
export const placesRef = placesLimit(firstCohort);
export const aboutCohort = { programme: future, name: 'First cohort' };
export const planned = CohortPlanned({ ...aboutCohort, label: 'West Midlands', places: 20 });
export const cohortOpened = CohortOpened({ ...aboutCohort, label: 'West Midlands', places: 20, ours: 3, startsOn: toDate('2012-06-14') });

const names: Readonly<Record<string, string>> = { [eastRiding]: 'East Riding of Yorkshire Council', [scarborough]: 'Scarborough Borough Council', [amey]: 'Amey' };
export const bodyOf = (organisation: OrganisationRef) => ({ organisation, organisationName: names[organisation] ?? '' });
export const booked = (organisation: OrganisationRef, places = 1) => PlaceBooked({ ...aboutCohort, ...bodyOf(organisation), places, from: 'open' });
export const movedPlaces = (from: string, to: string, amount: number, because: string) => limitEvents.LimitMoved({ unit: 'PLACE', from, to, amount, because });
export const takenBy = (organisation: OrganisationRef, places = 1) => movedPlaces('open', 'taken', places, `booked by ${organisation}`);
export const placesOpened = limitEvents.LimitOpened({ subject: `places of cohort ${firstCohort}`, unit: 'PLACE', bucket: 'open', amount: 3 });

export const inLine = (organisation: OrganisationRef, places = 1) => ({ who: organisation, name: names[organisation] ?? '', places });
export const joined = (organisation: OrganisationRef, places = 1) => queueEvents.QueueJoined({ holder: firstCohort, ...inLine(organisation, places), because: 'Asked for a place' });
export const called = (because: string, ...those: readonly ReturnType<typeof inLine>[]) => queueEvents.QueueAdvanced({ holder: firstCohort, called: those, because });

/** Bodies and a cohort: planned; open with three places of ours; with two of them taken; completed. */
export const aPlannedCohort = aRoundAndBodies.and(cohort, firstCohort, planned);
export const anOpenCohort = aPlannedCohort.and(cohort, firstCohort, cohortOpened).and(limit, placesRef, placesOpened);
export const aCohortWithTwo = anOpenCohort.and(cohort, firstCohort, booked(eastRiding, 2)).and(limit, placesRef, takenBy(eastRiding, 2));
export const aFullCohort = aCohortWithTwo.and(cohort, firstCohort, booked(scarborough)).and(limit, placesRef, takenBy(scarborough));
export const completed = CohortCompleted({ ...aboutCohort, graduates: [{ ...bodyOf(eastRiding), places: 2 }] });
export const aCompletedCohort = aCohortWithTwo.and(cohort, firstCohort, completed);
