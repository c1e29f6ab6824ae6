import { toCode, toPerson, toReference } from '#kernel';
import { application, applicationEvents, entries, entriesEvents, type Facts } from '#domain/applications';
import { anApplication, entered, firstApplication, nominated, scarborough } from '#domain/applications/testing';
import { round, roundEvents, type SchemeTerms } from '#domain/programmes';
import { future, spring } from '#domain/programmes/testing';
import { ApplicationAssessed, ApplicationsRanked } from '../assessment.events.js';
import { assessment } from '../assessment.js';

const recipientName = 'East Riding of Yorkshire Council';
const value = { criterion: toCode('value'), name: 'Value for money', weight: 60 };
const reach = { criterion: toCode('reach'), name: 'Councils reached', weight: 40 };

export const criteriaSet = roundEvents.CriteriaSet({
  round: spring,
  name: 'Spring 2012',
  criteria: [{ code: value.criterion, name: value.name, weight: 60 }, { code: reach.criterion, name: reach.name, weight: 40 }],
  highestScore: 5,
});
export const begun = roundEvents.ScoringBegun({ round: spring, name: 'Spring 2012' });

/** 4 of 5 for value and 3 of 5 for reach: 360 of 500 points. */
export const scores = [{ criterion: 'value', score: 4, reason: 'Costed' }, { criterion: 'reach', score: 3 }];
export const assessed = ApplicationAssessed({
  round: spring,
  application: firstApplication,
  organisationName: recipientName,
  assessedBy: toPerson('assessor'),
  scores: [{ ...value, score: 4, reason: 'Costed' }, { ...reach, score: 3 }],
  points: 360,
  outOf: 500,
});
export const firstRank = { application: firstApplication, organisationName: recipientName, total: 360, assessors: 1, points: 7_200, rank: 1, placed: 'recommended' } as const;
export const ranked = ApplicationsRanked({ round: spring, places: 1, reserve: 0, ranks: [firstRank] });

/** East Riding's bid in a round that is scored, step by step. */
export const aCompetition = anApplication.and(round, spring, criteriaSet);
export const anAssessment = aCompetition.and(round, spring, begun).and(assessment, spring, assessed);
export const aRanking = anAssessment.and(assessment, spring, ranked);

/** The same bid in a round with these terms, as they came into force. */
export const withTerms = (terms: SchemeTerms) =>
  anApplication.and(round, spring, roundEvents.RoundTermsRevised({ programme: future, name: 'Spring 2012', version: 2, scheme: terms, reason: 'The board wished it so' }));

export const secondApplication = toReference('AP', 'AP-2012-002');
export const second = { application: secondApplication, organisation: scarborough, organisationName: 'Scarborough Borough Council' };
/** Scarborough's bid beside it. */
export const withSecond = (before: typeof anApplication, facts: Facts = []) =>
  before
    .and(application, secondApplication, applicationEvents.ApplicationNominated({ ...nominated.data, organisation: scarborough, organisationName: second.organisationName, partners: [] }))
    .and(entries, spring, entriesEvents.ApplicationEntered({ ...entered.data, ...second, number: 2, bodies: 1, facts }));
