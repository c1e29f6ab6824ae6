import { decide, present, reference, text, type ApplicationRef } from '#kernel';
import { ApplicationDeclined } from '../application.events.js';
import { application } from '../application.js';
import { interestRefusals, interests } from '#domain/programmes';
import { applicationMustBeOpen, openRefusals } from '../policies/application-must-be-open.js';

export class DeclineApplication {
  @reference('AP', 'Application') application!: ApplicationRef;
  @text('Reason') reason!: string;
}

export const declineApplication = decide(application, DeclineApplication, {
  summary: 'Decline an application that will not be recommended.',
  permission: 'application:decline',
  ref: ({ application: ref }) => ref,
  facts: async (read, _, state) => ({ interests: await read.ifAny(interests, present(state).budget.round) }),
  refusals: { ...openRefusals, ...interestRefusals },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { reason }) {
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;

    return [ApplicationDeclined({ organisationName: present(state).organisationName, reason })];
  },
});
