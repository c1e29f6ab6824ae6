import { decide, present, reference, text, type ApplicationRef } from '#kernel';
import { leaveQueue, readPlaces } from '#domain/limits';
import { interestRefusals, interests } from '#domain/programmes';
import { ApplicationDeclined } from '../application.events.js';
import { application } from '../application.js';
import { entries } from '../entries.js';
import { applicationMustBeOpen, openRefusals } from '../policies/application-must-be-open.js';
import { takeOut } from '../policies/in-the-register.js';

export class DeclineApplication {
  @reference('AP', 'Application') application!: ApplicationRef;
  @text('Reason') reason!: string;
}

export const declineApplication = decide(application, DeclineApplication, {
  summary: 'Decline an application that will not be recommended.',
  permission: 'application:decline',
  ref: ({ application: ref }) => ref,
  facts: async (read, _, state) => {
    const { round } = present(state).budget;
    return { interests: await read.ifAny(interests, round), entries: await read.ifAny(entries, round), ...(await readPlaces(read, round)) };
  },
  refusals: { ...openRefusals, ...interestRefusals },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { application: ref, reason }, { facts }) {
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;

    const { organisationName: name } = present(state);
    return [ApplicationDeclined({ organisationName: name, reason }), ...takeOut(facts.entries, ref, 'declined'), ...leaveQueue(facts, { who: ref, name }, 'the application ended')];
  },
});
