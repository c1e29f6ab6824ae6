/** Stored. Change only through cohort.history.ts. */
import { choice, code, count, date, event, list, optional, reference, text } from '#kernel';
import { cohortPlaces, mostPlaces } from './cohort-places.js';

const about = { programme: code('Programme'), name: text('Name of the cohort') };
const body = { organisation: reference('OR', 'Organisation'), organisationName: text('Name of the organisation') };
const places = cohortPlaces('Places');
/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const label = optional(text('Label', { hint: 'What the papers call it; no region is read from it' }));
const theme = optional(text('Theme'));
const allPlaces = optional(cohortPlaces('Places of everybody who fills it'));
const startsOn = optional(date('Starts on'));
const graduates = list('Graduates', { ...body, places: count('Places', { min: 1, max: mostPlaces }) }, '{organisationName}', { max: mostPlaces });
const sponsor = optional(reference('OR', 'Sponsor'));
const sponsorName = optional(text('Name of the sponsor'));

export const CohortPlanned = event('CohortPlanned', {
  fields: { ...about, label, theme, places: allPlaces, startsOn },
  sentence: 'The cohort {name} of {programme} was planned',
});

/** `ours` are the places that this body fills; how many there are in all may not be known, and is never nought for that. */
export const CohortOpened = event('CohortOpened', {
  fields: { ...about, ours: cohortPlaces('Places that we fill'), startsOn: date('Starts on'), label, theme, places: allPlaces },
  sentence: ({ places: all }, show) => `The cohort ${show('name')} of ${show('programme')} opened with ${show('ours')} places of ours${all ? ` out of ${show('places')}` : ''}, to start on ${show('startsOn')}`,
});

export const CohortEnlarged = event('CohortEnlarged', {
  fields: { ...about, before: places, after: places, because: text('Because'), sponsor, sponsorName },
  sentence: ({ sponsor: by }, show) => `The cohort ${show('name')} was enlarged from ${show('before')} to ${show('after')} places${by ? `, sponsored by ${show('sponsorName')}` : ''}: ${show('because')}`,
});

export const PlaceBooked = event('PlaceBooked', {
  fields: { ...about, ...body, places, from: choice('From', { open: 'open places', 'waiting-list': 'the waiting list' }) },
  sentence: '{organisationName} booked {places} places of the cohort {name}, from {from}',
});

export const PlaceGivenUp = event('PlaceGivenUp', {
  fields: { ...about, ...body, places, reason: text('Reason') },
  sentence: '{organisationName} gave up {places} places of the cohort {name}: {reason}',
});

export const CohortCompleted = event('CohortCompleted', {
  fields: { ...about, graduates },
  sentence: ({ graduates: those }, show) => `The cohort ${show('name')} of ${show('programme')} was completed; ${those.length === 0 ? 'nobody graduated' : `from ${show('graduates')}`}`,
});

export const AlumniJoined = event('AlumniJoined', {
  fields: { ...about, ...body, places },
  sentence: '{places} of {organisationName} joined the alumni of {programme}, from the cohort {name}',
});
