import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { eastRiding } from '#domain/applications/testing';
import { CallOffMade } from '../framework.events.js';
import { framework } from '../framework.js';
import { aboutFramework, aFramework, aFrameworkWithAMember, aPlannedFramework, firstFramework, member, schemeSays } from '../testing/frameworks.js';
import { callOff } from './call-off.js';

const call = { framework: firstFramework, organisation: eastRiding, what: 'Electricity for schools', value: '£125,000.00' };
const manager = by('manager');
const made = CallOffMade({ ...aboutFramework, ...member, number: 1, what: 'Electricity for schools', value: gbp(12_500_000) });

describe('calling off from a framework', () => {
  it('is refused before the launch', () => aPlannedFramework.when(callOff, call, manager).thenRefused('not-launched'));

  it('is refused where the scheme lets bodies only join', () => aFrameworkWithAMember.and(...schemeSays('join')).when(callOff, call, manager).thenRefused('framework-is-joined-only'));

  it('is refused for a body that is no member', () => aFramework.when(callOff, call, manager).thenRefused('not-a-member', { name: member.organisationName }));

  it('needs no member where the scheme lets bodies call off', () => aFramework.and(...schemeSays('call-off')).when(callOff, call, manager).then(made));

  it('counts call-offs, with a value where it is known', () => {
    const { value: _, ...unvalued } = call;
    const { value: __, ...about } = made.data;
    return aFrameworkWithAMember.and(framework, firstFramework, made).when(callOff, unvalued, manager).then(CallOffMade({ ...about, number: 2 }));
  });
});
