import { decide, present, reference, refuse, type FrameworkRef, type OrganisationRef } from '#kernel';
import { organisation } from '#domain/organisations';
import { programme } from '#domain/programmes';
import { FrameworkJoined } from '../framework.events.js';
import { framework, isMember } from '../framework.js';
import { launchedRefusals, notLaunched } from '../policies/framework-must-be-launched.js';
import { termOf } from '../policies/term-of-the-scheme.js';

export class JoinFramework {
  @reference('FW', 'Framework') framework!: FrameworkRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
}

export const joinFramework = decide(framework, JoinFramework, {
  summary: 'Take a body into a framework.',
  permission: 'framework:keep',
  ref: ({ framework: ref }) => ref,
  facts: async (read, { organisation: who }, state) => ({ organisation: await read(organisation, who), programme: await read(programme, present(state).programme) }),
  refusals: {
    ...launchedRefusals,
    'framework-takes-no-members': 'The scheme lets bodies call off from this framework without joining it',
    'joined-already': '{name} joined this framework already',
  },
  rule(state, { organisation: who }, { facts }) {
    if (state.stage !== 'launched') return notLaunched(state);
    if (termOf(facts.programme.state, 'framework')?.use === 'call-off') return refuse('framework-takes-no-members');
    const { name: organisationName } = present(facts.organisation.state);
    if (isMember(state, who)) return refuse('joined-already', { name: organisationName });

    return [FrameworkJoined({ programme: state.programme, name: state.name, organisation: who, organisationName })];
  },
});
