/** Stored. Change only through assessment.history.ts. */
import { count, event, list, optional, person, reference, text } from '#kernel';
import { placed, scoresAsTheyStood } from './assessment-fields.js';

const round = reference('RD', 'Round');
const about = { round, application: reference('AP', 'Application'), organisationName: text('Name of the organisation') };
/** Σ weight × score, out of a hundred times the highest score. */
const points = count('Points');
const outOf = count('Out of', { min: 100 });
const comment = optional(text('Comment', { long: true }));
const because = optional(text('Why tied applications are placed in this order'));
const ranks = list(
  'Ranks',
  {
    application: reference('AP', 'Application'),
    organisationName: text('Name of the organisation'),
    total: count('Points of all assessors together'),
    assessors: count('Assessors', { min: 1 }),
    points: count('Average in hundredths of a point out of 100', { max: 10_000 }),
    rank: count('Rank', { min: 1 }),
    placed,
  },
  '{rank}. {organisationName} ({placed})',
  { max: 1000 },
);

export const ApplicationAssessed = event('ApplicationAssessed', {
  fields: { ...about, assessedBy: person('Assessed by'), scores: scoresAsTheyStood, points, outOf, comment },
  sentence: ({ comment: said }, show) =>
    `The application of ${show('organisationName')} was given ${show('points')} of ${show('outOf')} points: ${show('scores')}${said ? `. ${show('comment')}` : ''}`,
});

export const AssessmentRevised = event('AssessmentRevised', {
  fields: { ...about, assessedBy: person('Assessed by'), scores: scoresAsTheyStood, before: count('Points before'), points, outOf, reason: text('Reason') },
  sentence: 'The assessment of {organisationName} was revised from {before} to {points} of {outOf} points: {scores} ({reason})',
});

/** A ranking replaces the one before it. */
export const ApplicationsRanked = event('ApplicationsRanked', {
  fields: { round, places: count('Places', { min: 1 }), reserve: count('Places in the reserve'), ranks, because },
  sentence: ({ because: why }, show) => `The applications for ${show('round')} were ranked: ${show('ranks')}${why ? `; tied ones in this order because ${show('because')}` : ''}`,
});

export const ApplicationTakenFromReserve = event('ApplicationTakenFromReserve', {
  fields: { ...about, rank: count('Rank', { min: 1 }), reason: text('Reason') },
  sentence: '{organisationName} was taken from the reserve, where it was number {rank} of the ranking: {reason}',
});
