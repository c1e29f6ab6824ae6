import { decide, isRefusal, present, reference, refuse, toReference, type ApplicationRef } from '#kernel';
import { application, applicationEvents, applicationMustBeInHand, applicationMustBeOpen, entries, inHandRefusals, openRefusals } from '#domain/applications';
import { actOnRanking, assessment, placed, rankOf } from '#domain/assessments';
import { actOnTerms, interestRefusals, interests, programme, round, schemeOf } from '#domain/programmes';
import { AwardRecommended, MatchConditionSet } from '../award.events.js';
import { award } from '../award.js';
import { copiedTerms } from '../copied-terms.js';
import { choosingRefusals, mustBeItsTurn, readCalled, readTurns, takenForward, takeTurn, termsOfIts } from '../policies/choosing-in-turn.js';

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
    const into = await read(round, budget.round);
    return {
      application: found, programme: await read(programme, of), round: into, interests: await read.ifAny(interests, budget.round), assessment: await read.ifAny(assessment, budget.round),
      entries: await read.ifAny(entries, budget.round), turns: await readTurns(read, budget.round, into.state),
      called: await readCalled(read, budget.round, into.state),
    };
  },
  refusals: {
    ...openRefusals,
    ...inHandRefusals,
    'application-is-not-placed': 'The applications for {round} compete and this one is {placed}. Only one that the ranking places is recommended',
    ...choosingRefusals,
    ...interestRefusals,
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(_, { application: from }, { actor, ref, facts }) {
    const decided = applicationMustBeOpen(facts.application.state);
    if (decided) return decided;
    const returned = applicationMustBeInHand(facts.application.state);
    if (returned) return returned;
    const { name, scoring, matchRule } = present(facts.round.state);
    const ranked = rankOf(facts.assessment.state, from);
    if (scoring && ranked?.placed !== 'recommended') {
      return refuse('application-is-not-placed', { round: name, placed: ranked ? placed.spec.show(ranked.placed) : 'not ranked yet' });
    }

    const early = mustBeItsTurn(schemeOf(facts.round.state)?.terms, facts.entries.state, from, facts);
    if (early) return early;
    const terms = termsOfIts(facts.round.state, facts.assessment.state, from);
    if (isRefusal(terms)) return terms;

    const { programme: of, budget, organisation, organisationName: recipientName, title, partners } = present(facts.application.state);
    const { awardCeiling, instrument } = present(facts.programme.state);
    const about = { application: from, programme: of, budget, recipient: organisation, recipientName, title, partners, awardCeiling, instrument };
    const rules = { ...(terms ? { terms } : {}), ...(matchRule ? { matchRule } : {}), ...copiedTerms(facts.round.state), ...(facts.turns ? { turn: true } : {}) };
    return [
      AwardRecommended({ ...about, recommendedBy: actor, ...rules }),
      ...(matchRule ? [MatchConditionSet({ ...matchRule, recipientName })] : []),
      facts.application.append(applicationEvents.ApplicationTakenForward({ award: toReference('AW', ref) })),
      ...takenForward(facts.entries, from),
      ...actOnRanking(facts.assessment, from, recipientName),
      ...actOnTerms(facts.round),
      ...takeTurn(facts.turns, ref),
    ];
  },
});
