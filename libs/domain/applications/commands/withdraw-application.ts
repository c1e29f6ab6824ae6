import { decide, present, reference, text, type ApplicationRef } from '#kernel';
import { mustActForOwnBody, ownBodyRefusals } from '#domain/organisations';
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
  refusals: { ...ownBodyRefusals, ...openRefusals },
  rule(state, { reason }, { actsFor }) {
    const { organisation, organisationName } = present(state);
    const foreign = mustActForOwnBody(actsFor, [organisation]);
    if (foreign) return foreign;
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;

    return [ApplicationWithdrawn({ organisationName, reason })];
  },
});
