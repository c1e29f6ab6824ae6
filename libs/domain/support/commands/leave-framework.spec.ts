import { by } from '#kernel/testing/given';
import { eastRiding, scarborough } from '#domain/applications/testing';
import { FrameworkLeft } from '../framework.events.js';
import { framework } from '../framework.js';
import { aboutFramework, aFrameworkWithAMember, aPlannedFramework, firstFramework, member, memberJoined } from '../testing/frameworks.js';
import { joinFramework } from './join-framework.js';
import { leaveFramework } from './leave-framework.js';

const leave = { framework: firstFramework, organisation: eastRiding, reason: 'Buys alone' };
const manager = by('manager');
const left = FrameworkLeft({ ...aboutFramework, ...member, reason: 'Buys alone' });

describe('leaving a framework', () => {
  it('is refused before the launch', () => aPlannedFramework.when(leaveFramework, leave, manager).thenRefused('not-launched'));

  it('is refused for a body that is no member', () => aFrameworkWithAMember.when(leaveFramework, { ...leave, organisation: scarborough }, manager).thenRefused('not-a-member'));

  it('says why', () => aFrameworkWithAMember.when(leaveFramework, leave, manager).then(left));

  it('is no obstacle to joining again', () =>
    aFrameworkWithAMember.and(framework, firstFramework, left).when(joinFramework, { framework: firstFramework, organisation: eastRiding }, manager).then(memberJoined));
});
