import { refuse, type Refusal } from '#kernel';
import type { RoundState, Scoring } from '#domain/programmes';
import type { Score, ScoreGiven } from '../assessment-fields.js';

export const scoringRefusals = {
  'round-has-no-criteria': 'No criteria are set for {round}. Set them before its applications are scored',
  'criterion-is-unknown': '{criterion} is not a criterion of this round. Its criteria are {criteria}',
  'criterion-is-scored-twice': '{criterion} is scored twice. Give one score for each criterion',
  'criterion-is-not-scored': '{missing} is not scored. Give one score for each criterion',
  'score-is-too-high': '{criterion} was given {score}, and the highest score is {highest}',
} as const;

/** The criteria of a round that is a competition. */
export const scoringOf = (round: Exclude<RoundState, { readonly stage: 'absent' }>): Scoring | Refusal<'round-has-no-criteria'> =>
  round.scoring ?? refuse('round-has-no-criteria', { round: round.name });

type Misfit = Refusal<'criterion-is-unknown' | 'criterion-is-scored-twice' | 'criterion-is-not-scored' | 'score-is-too-high'>;

/** One score for each criterion, none above the highest, in the order of the criteria and with their names and weights. */
export function scoresAgainst({ criteria, highestScore }: Scoring, given: readonly ScoreGiven[]): Misfit | readonly Score[] {
  const unknown = given.find(({ criterion }) => !criteria.some(({ code }) => code === criterion));
  if (unknown) return refuse('criterion-is-unknown', { criterion: unknown.criterion, criteria: criteria.map(({ code }) => code).join(', ') });
  const twice = given.find(({ criterion }, i) => given.findIndex((other) => other.criterion === criterion) < i);
  if (twice) return refuse('criterion-is-scored-twice', { criterion: twice.criterion });
  const missing = criteria.find(({ code }) => !given.some(({ criterion }) => criterion === code));
  if (missing) return refuse('criterion-is-not-scored', { missing: missing.name });
  const high = given.find(({ score }) => score > highestScore);
  if (high) return refuse('score-is-too-high', { criterion: high.criterion, score: high.score, highest: highestScore });

  return criteria.flatMap(({ code, name, weight }) => given.filter(({ criterion }) => criterion === code).map((each) => ({ ...each, name, weight })));
}
