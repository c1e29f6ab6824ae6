import { count, decide, present, reference, refuse, type RoundRef } from '#kernel';
import { criteriaField, type Criterion } from '../criteria.js';
import { firstRepeated } from '../first-repeated.js';
import { CriteriaSet } from '../round.events.js';
import { round } from '../round.js';

export class SetCriteria {
  @reference('RD', 'Round') round!: RoundRef;
  @criteriaField criteria!: readonly Criterion[];
  @count('Highest score', { min: 1, max: 100, hint: 'Each criterion is scored from 0 to this' }) highestScore!: number;
}

export const setCriteria = decide(round, SetCriteria, {
  summary: 'Set what the applications of a round are scored on, and the weight of each; possible until scoring has begun.',
  permission: 'round:criteria',
  ref: ({ round: ref }) => ref,
  refusals: {
    'round-is-closed': 'The round {name} is closed, so its applications are no longer scored',
    'scoring-has-begun': 'Applications for {name} are being scored, so its criteria stand',
    'round-is-no-competition': 'The terms of {name} choose otherwise than by competition, so its applications are not scored',
    'criterion-is-named-twice': 'The criterion {code} is named twice. Give each one code and one weight',
    'weights-do-not-sum': 'The weights come to {sum} per cent. They must come to 100',
  },
  rule(state, { round: ref, criteria, highestScore }) {
    const { stage, name, scoring, scheme } = present(state);
    if (stage === 'closed') return refuse('round-is-closed', { name });
    if (scoring?.begun) return refuse('scoring-has-begun', { name });
    const selection = scheme?.terms.selection;
    if (selection && selection.kind !== 'competition') return refuse('round-is-no-competition', { name });
    const repeated = firstRepeated(criteria, ({ code }) => code);
    if (repeated) return refuse('criterion-is-named-twice', { code: repeated.code });
    const sum = criteria.reduce((before, { weight }) => before + weight, 0);
    if (sum !== 100) return refuse('weights-do-not-sum', { sum });

    return [CriteriaSet({ round: ref, name, criteria, highestScore })];
  },
});
