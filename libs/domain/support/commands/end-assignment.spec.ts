import { by } from '#kernel/testing/given';
import { firstAward } from '#domain/awards/testing';
import { AssignmentEnded } from '../assignment.events.js';
import { assignment } from '../assignment.js';
import { anAssignment, aPool, assigned, firstExpert } from '../testing/index.js';
import { endAssignment } from './end-assignment.js';

const end = { award: firstAward, expert: firstExpert, reason: 'The work is done' };
const ended = AssignmentEnded({ ...assigned.data, reason: 'The work is done' });

describe('ending an assignment', () => {
  it('is refused when it ended before', () => anAssignment.and(assignment, firstAward, ended).when(endAssignment, end, by('officer')).thenRefused('expert-is-not-assigned'));

  it('needs somebody to have been assigned', () => aPool.when(endAssignment, end, by('officer')).thenNotFound());

  it('says why', () => anAssignment.when(endAssignment, end, by('officer')).then(ended));
});
