import { decide, isRefusal, present, reference, refuse, text, type ApplicationRef } from '#kernel';
import { application, applicationMustBeOpen, openRefusals } from '#domain/applications';
import { interestRefusals } from '#domain/programmes';
import { scoresGiven, type ScoreGiven } from '../assessment-fields.js';
import { AssessmentRevised } from '../assessment.events.js';
import { scoredOf } from '../assessment.js';
import { pointsOf } from '../points.js';
import { readCompetition } from '../policies/read-competition.js';
import { scoresAgainst, scoringOf, scoringRefusals } from '../policies/scores-must-fit-the-criteria.js';

export class ReviseAssessment {
  @reference('AP', 'Application') application!: ApplicationRef;
  @scoresGiven scores!: readonly ScoreGiven[];
  @text('Reason') reason!: string;
}

export const reviseAssessment = decide(application, ReviseAssessment, {
  summary: 'Give your scores of an application anew, and say why; those before stay in the record.',
  permission: 'application:assess',
  ref: ({ application: ref }) => ref,
  facts: (read, _, state) => readCompetition(read, state),
  refusals: { ...openRefusals, ...scoringRefusals, 'not-assessed-by-you': 'You have not assessed this application, so there is nothing to revise', ...interestRefusals },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { application: ref, scores: given, reason }, { actor, facts: { round: of, competition } }) {
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;
    const scoring = scoringOf(present(of.state));
    if (isRefusal(scoring)) return scoring;
    const scores = scoresAgainst(scoring, given);
    if (isRefusal(scores)) return scores;
    const before = scoredOf(competition.state, ref)?.points[actor];
    if (before === undefined) return refuse('not-assessed-by-you');

    const { organisationName, budget } = present(state);
    const about = { round: budget.round, application: ref, organisationName, assessedBy: actor };
    return [competition.append(AssessmentRevised({ ...about, scores, before, points: pointsOf(scores), outOf: 100 * scoring.highestScore, reason }))];
  },
});
