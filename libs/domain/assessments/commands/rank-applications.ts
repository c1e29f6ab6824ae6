import { count, decide, inPages, isRefusal, list, optional, present, reference, refuse, text, type DataOf, type RoundRef } from '#kernel';
import { interestRefusals, interests, round } from '#domain/programmes';
import { ApplicationsRanked, RankingContinued } from '../assessment.events.js';
import { assessment, rankOf, scoredOf } from '../assessment.js';
import { hundredths } from '../points.js';
import { readContending } from '../policies/read-contending.js';
import { scoringOf, scoringRefusals } from '../policies/scores-must-fit-the-criteria.js';
import { rank, type Contender } from '../ranking.js';

const inOrder = { application: reference('AP', 'Application') };

export class RankApplications {
  @reference('RD', 'Round') round!: RoundRef;
  @count('Places', { min: 1, hint: 'How many applications are recommended' }) places!: number;
  @count('Places in the reserve') reserve!: number;
  @optional(list('Order of tied applications', inOrder, '{application}', { hint: 'Only where a cut falls between equals: the one that comes first, first' })) order?: readonly DataOf<typeof inOrder>[];
  @optional(text('Why in this order')) because?: string;
}

export const rankApplications = decide(assessment, RankApplications, {
  summary: 'Rank the scored applications of a round into recommended, reserve and not placed; ranked again, the new ranking stands.',
  permission: 'assessment:rank',
  begins: 'named',
  ref: ({ round: ref }) => ref,
  facts: async (read, { round: ref }) => ({ round: await read(round, ref), interests: await read.ifAny(interests, ref), contending: await readContending(read, ref) }),
  refusals: {
    'round-has-no-criteria': scoringRefusals['round-has-no-criteria'],
    'ranking-is-acted-on': '{name} was recommended from the ranking that stands, so the round cannot be ranked again',
    'nothing-to-rank': 'No application for {round} is waiting for a decision, so there is nothing to rank',
    'application-is-not-assessed': '{count} of the applications are not assessed yet, {name} among them. Assess or decline them first',
    'order-names-another': '{application} is not among the applications that are ranked. Leave it out of the order',
    'order-needs-a-reason': 'Say why tied applications come in this order',
    'tie-at-the-cut': '{first} and {second} have equal points and the cut falls between them. Say in which order they come and why, or change the number of places',
    ...interestRefusals,
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { round: ref, places, reserve, order = [], because }, { facts }) {
    const into = present(facts.round.state);
    const scoring = scoringOf(into);
    if (isRefusal(scoring)) return scoring;
    const { open, takenForward } = facts.contending;
    const acted = state.actedOn ?? takenForward.find((each) => rankOf(state, each.application))?.organisationName;
    if (acted !== undefined) return refuse('ranking-is-acted-on', { name: acted });
    if (open.length === 0) return refuse('nothing-to-rank', { round: into.name });
    const unscored = open.filter((each) => !scoredOf(state, each.application));
    if (unscored[0]) return refuse('application-is-not-assessed', { count: unscored.length, name: unscored[0].organisationName });
    const known = new Set(open.map((each) => each.application));
    const stranger = order.find((each) => !known.has(each.application));
    if (stranger) return refuse('order-names-another', { application: stranger.application });
    if (order.length > 0 && because === undefined) return refuse('order-needs-a-reason');

    const contenders = open.map(({ application: of, organisationName }): Contender => {
      const points = Object.values(scoredOf(state, of)?.points ?? {});
      return { application: of, organisationName, total: points.reduce((sum, each) => sum + each, 0), assessors: points.length };
    });
    const came = rank(contenders, places, reserve, order.map((each) => each.application));
    if ('tied' in came) return refuse('tie-at-the-cut', { first: came.tied[0], second: came.tied[1] });

    return inPages(came.map((each) => ({ ...each, points: hundredths(each, scoring.highestScore) }))).map(({ page, pages, items: ranks }) =>
      page > 1
        ? RankingContinued({ round: ref, page, pages, ranks })
        : ApplicationsRanked({ round: ref, places, reserve, ranks, ...(because === undefined ? {} : { because }), ...(pages > 1 ? { page, pages } : {}) }),
    );
  },
});
