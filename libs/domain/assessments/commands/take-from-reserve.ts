import { decide, present, reference, refuse, text, type ApplicationRef } from '#kernel';
import { application, applicationMustBeOpen, openRefusals } from '#domain/applications';
import { interestRefusals, interests } from '#domain/programmes';
import { placed } from '../assessment-fields.js';
import { ApplicationTakenFromReserve } from '../assessment.events.js';
import { assessment, rankOf } from '../assessment.js';

export class TakeFromReserve {
  @reference('AP', 'Application') application!: ApplicationRef;
  @text('Reason', { hint: 'Which place became free, or what money there is besides' }) reason!: string;
}

export const takeFromReserve = decide(application, TakeFromReserve, {
  summary: 'Take the next application from the reserve of its round’s ranking, so that it can be recommended.',
  permission: 'assessment:rank',
  ref: ({ application: ref }) => ref,
  facts: async (read, { application: ref }, state) => {
    const { round } = present(state).budget;
    const competition = await read.ifAny(assessment, round);
    const { ranks } = competition.state;
    const ahead = ranks.slice(0, ranks.findIndex((each) => each.application === ref)).filter((each) => each.placed === 'reserve');
    return { competition, interests: await read.ifAny(interests, round), ahead: await Promise.all(ahead.map(async (each) => present((await read(application, each.application)).state))) };
  },
  refusals: {
    ...openRefusals,
    'application-is-not-ranked': 'This application is in no ranking. Rank the applications of its round first',
    'application-is-not-in-reserve': 'This application is placed {placed}, and only one in the reserve is taken from it',
    'another-is-ahead': '{name} comes before it in the reserve. Take that one first, or decline it',
    ...interestRefusals,
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { application: ref, reason }, { facts: { competition, ahead } }) {
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;
    const ranked = rankOf(competition.state, ref);
    if (!ranked) return refuse('application-is-not-ranked');
    if (ranked.placed !== 'reserve') return refuse('application-is-not-in-reserve', { placed: placed.spec.show(ranked.placed) });
    const first = ahead.find(({ stage }) => stage === 'nominated');
    if (first) return refuse('another-is-ahead', { name: first.organisationName });

    const { organisationName, budget } = present(state);
    return [competition.append(ApplicationTakenFromReserve({ round: budget.round, application: ref, organisationName, rank: ranked.rank, reason }))];
  },
});
