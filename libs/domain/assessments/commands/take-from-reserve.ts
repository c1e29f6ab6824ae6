import { decide, present, reference, refuse, text, type ApplicationRef, type ReadFact } from '#kernel';
import { application, applicationMustBeOpen, openRefusals } from '#domain/applications';
import { interestRefusals, interests } from '#domain/programmes';
import { placed } from '../assessment-fields.js';
import { ApplicationTakenFromReserve } from '../assessment.events.js';
import { assessment, rankOf, reserveBefore } from '../assessment.js';

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
    return { competition, interests: await read.ifAny(interests, round), ahead: await firstOpen(read, reserveBefore(competition.state, ref)) };
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
    if (ahead) return refuse('another-is-ahead', { name: ahead.organisationName });

    const { organisationName, budget } = present(state);
    return [competition.append(ApplicationTakenFromReserve({ round: budget.round, application: ref, organisationName, rank: ranked.rank, reason }))];
  },
});

/** The first that is still waiting. Those before it are read until it is found: most were declined or withdrew one by one. */
async function firstOpen(read: ReadFact, references: Iterable<ApplicationRef>) {
  for (const each of references) {
    const { state } = await read(application, each);
    if (!applicationMustBeOpen(state)) return present(state);
  }
  return undefined;
}
