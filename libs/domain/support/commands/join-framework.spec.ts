import { by } from '#kernel/testing/given';
import { eastRiding } from '#domain/applications/testing';
import { aFramework, aFrameworkWithAMember, aPlannedFramework, firstFramework, memberJoined, schemeSays } from '../testing/frameworks.js';
import { joinFramework } from './join-framework.js';

const join = { framework: firstFramework, organisation: eastRiding };
const manager = by('manager');

describe('joining a framework', () => {
  it('is refused before the launch', () => aPlannedFramework.when(joinFramework, join, manager).thenRefused('not-launched', { stage: 'planned' }));

  it('is refused where the scheme lets bodies only call off', () => aFramework.and(...schemeSays('call-off')).when(joinFramework, join, manager).thenRefused('framework-takes-no-members'));

  it('is refused for a member', () => aFrameworkWithAMember.when(joinFramework, join, manager).thenRefused('joined-already'));

  it('makes the body a member', () => aFramework.and(...schemeSays('join')).when(joinFramework, join, manager).then(memberJoined));
});
