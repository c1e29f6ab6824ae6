import { decide, present, reference, refuse, toReference, type ApplicationRef } from '#kernel';
import { application, applicationEvents, applicationMustBeOpen, openRefusals } from '#domain/applications';
import { assessment, placed, rankOf } from '#domain/assessments';
import { interestRefusals, interests, programme, round } from '#domain/programmes';
import { AwardRecommended, MatchConditionSet } from '../award.events.js';
import { award } from '../award.js';

export class RecommendAward {
  @reference('AP', 'Application') application!: ApplicationRef;
}

export const recommendAward = decide(award, RecommendAward, {
  summary: 'Recommend an application for an award, on the terms of its round; it then waits for a decision.',
  permission: 'award:recommend',
  begins: 'AW',
  facts: async (read, input) => {
    const found = await read(application, input.application);
    const { programme: of, budget } = present(found.state);
    return { application: found, programme: await read(programme, of), round: await read(round, budget.round), interests: await read.ifAny(interests, budget.round), assessment: await read.ifAny(assessment, budget.round) };
  },
  refusals: {
    ...openRefusals,
    'application-is-not-placed': 'The applications for {round} compete and this one is {placed}. Only one that the ranking places is recommended',
    ...interestRefusals,
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(_, { application: from }, { actor, ref, facts }) {
    const decided = applicationMustBeOpen(facts.application.state);
    if (decided) return decided;
    const { name, scoring, terms, matchRule } = present(facts.round.state);
    const ranked = rankOf(facts.assessment.state, from);
    if (scoring && ranked?.placed !== 'recommended') {
      return refuse('application-is-not-placed', { round: name, placed: ranked ? placed.spec.show(ranked.placed) : 'not ranked yet' });
    }

    const { programme: of, budget, organisation, organisationName: recipientName, title, partners } = present(facts.application.state);
    const { awardCeiling, instrument } = present(facts.programme.state);
    const about = { application: from, programme: of, budget, recipient: organisation, recipientName, title, partners, awardCeiling, instrument };
    const rules = { ...(terms ? { terms } : {}), ...(matchRule ? { matchRule } : {}) };
    return [
      AwardRecommended({ ...about, recommendedBy: actor, ...rules }),
      ...(matchRule ? [MatchConditionSet({ ...matchRule, recipientName })] : []),
      facts.application.append(applicationEvents.ApplicationTakenForward({ award: toReference('AW', ref) })),
    ];
  },
});
