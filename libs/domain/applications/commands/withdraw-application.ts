import { decide, present, reference, text, type ApplicationRef } from '#kernel';
import { ApplicationWithdrawn } from '../application.events.js';
import { application } from '../application.js';
import { applicationMustBeOpen, openRefusals } from '../policies/application-must-be-open.js';

export class WithdrawApplication {
  @reference('AP', 'Application') application!: ApplicationRef;
  @text('Reason') reason!: string;
}

export const withdrawApplication = decide(application, WithdrawApplication, {
  summary: 'Record that the applicant no longer wants its application considered.',
  permission: 'application:withdraw',
  ref: ({ application: ref }) => ref,
  refusals: openRefusals,
  rule(state, { reason }) {
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;

    return [ApplicationWithdrawn({ organisationName: present(state).organisationName, reason })];
  },
});
