/** Stored. Change only through assessment.history.ts. */
import { count, event, list, money, optional, person, reference, text } from '#kernel';
import { sharingRule } from '#domain/programmes';
import { placed, scoresAsTheyStood } from './assessment-fields.js';

const round = reference('RD', 'Round');
const application = reference('AP', 'Application');
const organisationName = text('Name of the organisation');
const about = { round, application, organisationName };
/** Σ weight × score, out of a hundred times the highest score. */
const points = count('Points');
const outOf = count('Out of', { min: 100 });
const comment = optional(text('Comment', { long: true }));
const because = optional(text('Why tied applications are placed in this order'));
const ranks = list(
  'Ranks',
  {
    application,
    organisationName,
    total: count('Points of all assessors together'),
    assessors: count('Assessors', { min: 1 }),
    points: count('Average in hundredths of a point out of 100', { max: 10_000 }),
    rank: count('Rank', { min: 1 }),
    placed,
  },
  '{rank}. {organisationName} ({placed})',
  { max: 1000 },
);
/** A ranking or a sharing of many goes over several events of one append; one of few is a single page, and says nothing of it. */
const [page, pages] = [optional(count('Page', { min: 1 })), optional(count('Pages', { min: 1 }))];
const [version, most] = [optional(count('Version of the terms', { min: 1 })), optional(money('The most for one body'))];

const shares = list(
  'Shares',
  { application, organisation: reference('OR', 'Organisation'), organisationName, weight: count('Weight', { max: 1_000_000_000_000 }), amount: money('Share', { orNil: true }) },
  '{amount} for {organisationName}',
  { min: 1, max: 500 },
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
  fields: { round, places: count('Places', { min: 1 }), reserve: count('Places in the reserve'), ranks, because, page, pages },
  sentence: ({ because: why, pages: of }, show) =>
    `The applications for ${show('round')} were ranked${of === undefined ? '' : ` (page 1 of ${of})`}: ${show('ranks')}${why ? `; tied ones in this order because ${show('because')}` : ''}`,
});

/** More of the ranking that was begun in the same append. */
export const RankingContinued = event('RankingContinued', {
  fields: { round, page: count('Page', { min: 2 }), pages: count('Pages', { min: 2 }), ranks },
  sentence: 'The ranking of {round} goes on (page {page} of {pages}): {ranks}',
});

export const ApplicationTakenFromReserve = event('ApplicationTakenFromReserve', {
  fields: { ...about, rank: count('Rank', { min: 1 }), reason: text('Reason') },
  sentence: '{organisationName} was taken from the reserve, where it was number {rank} of the ranking: {reason}',
});

/** A sharing replaces the one before it. It promises nothing: each share is then recommended and approved as any award is. */
export const FundShared = event('FundShared', {
  fields: {
    round,
    amount: money('Amount'),
    by: sharingRule,
    bodies: count('Bodies', { min: 1 }),
    unshared: money('What nobody may have, because all are at the most', { orNil: true }),
    shares,
    version,
    most,
    page,
    pages,
  },
  sentence: ({ bodies, page: number = 1, pages: of }, show) =>
    `${show('amount')} of ${show('round')} was shared ${show('by')} among ${bodies === 1 ? 'one body' : `${bodies} bodies`}${of === undefined ? '' : ` (page ${number} of ${of})`}: ${show('shares')}`,
});

/** From here the ranking or the sharing stands: somebody was recommended because of it. */
export const ChoiceActedOn = event('ChoiceActedOn', {
  fields: about,
  sentence: '{organisationName} ({application}) was recommended as it was chosen, so that the choice in {round} stands',
});
