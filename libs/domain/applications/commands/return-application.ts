import { decide, present, reference, refuse, text, type ApplicationRef } from '#kernel';
import { interestRefusals, interests, round } from '#domain/programmes';
import { ApplicationReturned } from '../application.events.js';
import { application } from '../application.js';
import { applicationMustBeOpen, openRefusals } from '../policies/application-must-be-open.js';
import { scoringMustNotHaveBegun, unscoredRefusals } from '../policies/scoring-must-not-have-begun.js';

export class ReturnApplication {
  @reference('AP', 'Application') application!: ApplicationRef;
  @text('What to put right') reason!: string;
}

export const returnApplication = decide(application, ReturnApplication, {
  summary: 'Return an application to whoever sent it, to be put right and sent again; its turn stays.',
  permission: 'application:return',
  ref: ({ application: ref }) => ref,
  facts: async (read, _, state) => {
    const { round: of } = present(state).budget;
    return { round: await read(round, of), interests: await read.ifAny(interests, of) };
  },
  refusals: {
    ...openRefusals,
    'returned-already': 'This application was returned already: {reason}',
    ...unscoredRefusals,
    ...interestRefusals,
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { reason }, { facts }) {
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;
    const { organisationName, returned } = present(state);
    if (returned !== undefined) return refuse('returned-already', { reason: returned });
    const begun = scoringMustNotHaveBegun(facts.round.state);
    if (begun) return begun;

    return [ApplicationReturned({ organisationName, reason })];
  },
});
