import { decide, kept, reference, refuse, text, type FrameworkRef, type OrganisationRef } from '#kernel';
import { FrameworkLeft } from '../framework.events.js';
import { framework } from '../framework.js';
import { launchedRefusals, notLaunched } from '../policies/framework-must-be-launched.js';

export class LeaveFramework {
  @reference('FW', 'Framework') framework!: FrameworkRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @text('Reason') reason!: string;
}

export const leaveFramework = decide(framework, LeaveFramework, {
  summary: 'Let a member leave a framework; what it called off stays.',
  permission: 'framework:keep',
  ref: ({ framework: ref }) => ref,
  refusals: { ...launchedRefusals, 'not-a-member': 'This body is no member of this framework' },
  rule(state, { organisation, reason }) {
    if (state.stage !== 'launched') return notLaunched(state);
    const organisationName = kept(state.members, organisation);
    if (organisationName === undefined) return refuse('not-a-member');

    return [FrameworkLeft({ programme: state.programme, name: state.name, organisation, organisationName, reason })];
  },
});
