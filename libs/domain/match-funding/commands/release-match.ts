import { decide, isNil, nil, present, reference, refuse, type AwardRef } from '#kernel';
import { agreementOf, award } from '#domain/awards';
import { MatchReleased } from '../match.events.js';
import { match, matchPosition, positionsBySource } from '../match.js';

export class ReleaseMatch {
  @reference('AW', 'Award') award!: AwardRef;
}

export const releaseMatch = decide(match, ReleaseMatch, {
  summary: 'Let go of match that an award no longer needs, because it was withdrawn or its offer lapsed.',
  permission: 'match:release',
  begins: 'named',
  ref: ({ award: ref }) => ref,
  facts: async (read, input) => ({ award: await read(award, input.award) }),
  refusals: {
    'award-has-not-ended': 'This award is {stage}, so its match still counts',
    'nothing-is-outstanding': 'No match of this award is outstanding',
  },
  rule(state, { award: of }, { facts }) {
    const terms = present(facts.award.state);
    const { stage } = terms;
    if (stage !== 'withdrawn' && stage !== 'lapsed') return refuse('award-has-not-ended', { stage });
    const unmet = matchPosition(state, agreementOf(terms)?.matchRequired ?? nil).gap;
    const pledges = positionsBySource(state)
      .filter(({ outstanding }) => !isNil(outstanding))
      .map(({ source, name, outstanding }) => ({ source, sourceName: name, amount: outstanding }));
    if (isNil(unmet) && pledges.length === 0) return refuse('nothing-is-outstanding');

    return [MatchReleased({ award: of, unmet, pledges })];
  },
});
