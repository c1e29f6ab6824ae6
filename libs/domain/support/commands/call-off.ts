import { decide, money, optional, present, reference, refuse, text, type FrameworkRef, type Money, type OrganisationRef } from '#kernel';
import { organisation } from '#domain/organisations';
import { programme } from '#domain/programmes';
import { CallOffMade } from '../framework.events.js';
import { framework, isMember } from '../framework.js';
import { launchedRefusals, notLaunched } from '../policies/framework-must-be-launched.js';
import { termOf } from '../policies/term-of-the-scheme.js';

export class CallOff {
  @reference('FW', 'Framework') framework!: FrameworkRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @text('What is called off') what!: string;
  @optional(money('Value', { hint: 'What the body pays its supplier; no money of ours' })) value?: Money;
}

export const callOff = decide(framework, CallOff, {
  summary: 'Record that a body called off from a framework.',
  permission: 'framework:keep',
  ref: ({ framework: ref }) => ref,
  facts: async (read, { organisation: who }, state) => ({ organisation: await read(organisation, who), programme: await read(programme, present(state).programme) }),
  refusals: {
    ...launchedRefusals,
    'framework-is-joined-only': 'The scheme lets bodies join this framework, and none calls off from it',
    'not-a-member': '{name} is no member of this framework. Join it first',
  },
  rule(state, { organisation: who, what, value }, { facts }) {
    if (state.stage !== 'launched') return notLaunched(state);
    const use = termOf(facts.programme.state, 'framework')?.use;
    if (use === 'join') return refuse('framework-is-joined-only');
    const { name: organisationName } = present(facts.organisation.state);
    if (use !== 'call-off' && !isMember(state, who)) return refuse('not-a-member', { name: organisationName });

    const { programme: code, name, callOffs } = state;
    return [CallOffMade({ programme: code, name, organisation: who, organisationName, number: callOffs.size + 1, what, ...(value ? { value } : {}) })];
  },
});
