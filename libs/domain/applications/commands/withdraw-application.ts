import { decide, present, reference, text, type ApplicationRef } from '#kernel';
import { leaveQueue, readPlaces } from '#domain/limits';
import { mustActForOwnBody, ownBodyRefusals } from '#domain/organisations';
import { ApplicationWithdrawn } from '../application.events.js';
import { application } from '../application.js';
import { entries } from '../entries.js';
import { applicationMustBeOpen, openRefusals } from '../policies/application-must-be-open.js';
import { takeOut } from '../policies/in-the-register.js';

export class WithdrawApplication {
  @reference('AP', 'Application') application!: ApplicationRef;
  @text('Reason') reason!: string;
}

export const withdrawApplication = decide(application, WithdrawApplication, {
  summary: 'Record that the applicant no longer wants its application considered.',
  permission: 'application:withdraw',
  ref: ({ application: ref }) => ref,
  facts: async (read, _, state) => {
    const { round } = present(state).budget;
    return { entries: await read.ifAny(entries, round), ...(await readPlaces(read, round)) };
  },
  refusals: { ...ownBodyRefusals, ...openRefusals },
  rule(state, { application: ref, reason }, { actsFor, facts }) {
    const { organisation, organisationName } = present(state);
    const foreign = mustActForOwnBody(actsFor, [organisation]);
    if (foreign) return foreign;
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;

    return [ApplicationWithdrawn({ organisationName, reason }), ...takeOut(facts.entries, ref, 'withdrawn'), ...leaveQueue(facts, { who: ref, name: organisationName }, 'the application ended')];
  },
});
