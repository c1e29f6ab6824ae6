import { decide, isRefusal, optional, present, reference, refuse, text, type ApplicationRef } from '#kernel';
import { application, applicationMustBeInHand, applicationMustBeOpen, inHandRefusals, openRefusals } from '#domain/applications';
import { interestRefusals, roundEvents } from '#domain/programmes';
import { scoresGiven, type ScoreGiven } from '../assessment-fields.js';
import { ApplicationAssessed } from '../assessment.events.js';
import { scoredOf } from '../assessment.js';
import { pointsOf } from '../points.js';
import { readCompetition } from '../policies/read-competition.js';
import { scoresAgainst, scoringOf, scoringRefusals } from '../policies/scores-must-fit-the-criteria.js';

export class AssessApplication {
  @reference('AP', 'Application') application!: ApplicationRef;
  @scoresGiven scores!: readonly ScoreGiven[];
  @optional(text('Comment', { long: true, hint: 'On the bid as a whole; no names of people' })) comment?: string;
}

export const assessApplication = decide(application, AssessApplication, {
  summary: 'Score an application on every criterion of its round.',
  permission: 'application:assess',
  ref: ({ application: ref }) => ref,
  facts: (read, _, state) => readCompetition(read, state),
  refusals: {
    ...openRefusals,
    ...inHandRefusals,
    ...scoringRefusals,
    'assessed-already': 'You assessed this application before. Revise your assessment instead',
    ...interestRefusals,
    'assessor-nominated-it': 'You put this application forward, so someone else must score it',
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred, 'assessor-nominated-it': ({ state }) => present(state).nominatedBy },
  rule(state, { application: ref, scores: given, comment }, { actor, facts: { round: of, competition } }) {
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;
    const returned = applicationMustBeInHand(state);
    if (returned) return returned;
    const round = present(of.state);
    const scoring = scoringOf(round);
    if (isRefusal(scoring)) return scoring;
    const scores = scoresAgainst(scoring, given);
    if (isRefusal(scores)) return scores;
    if (scoredOf(competition.state, ref)?.points[actor] !== undefined) return refuse('assessed-already');

    const { organisationName, budget } = present(state);
    const outOf = 100 * scoring.highestScore;
    const said = comment === undefined ? {} : { comment };
    return [
      competition.append(ApplicationAssessed({ round: budget.round, application: ref, organisationName, assessedBy: actor, scores, points: pointsOf(scores), outOf, ...said })),
      ...(scoring.begun ? [] : [of.append(roundEvents.ScoringBegun({ round: budget.round, name: round.name }))]),
    ];
  },
});
