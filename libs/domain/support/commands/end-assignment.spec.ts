import { by } from '#kernel/testing/given';
import { firstAward } from '#domain/awards/testing';
import { limit } from '#domain/limits';
import { AssignmentEnded, ExpertAssigned } from '../assignment.events.js';
import { assignment } from '../assignment.js';
import { anAssignment, aPool, assigned, expertDaysRef, firstExpert, moved, tenDaysFree } from '../testing/index.js';
import { endAssignment } from './end-assignment.js';

const end = { award: firstAward, expert: firstExpert, reason: 'The work is done' };
const ended = AssignmentEnded({ ...assigned.data, reason: 'The work is done' });

describe('ending an assignment', () => {
  it('is refused when it ended before', () => anAssignment.and(assignment, firstAward, ended).when(endAssignment, end, by('officer')).thenRefused('expert-is-not-assigned'));

  it('needs somebody to have been assigned', () => aPool.when(endAssignment, end, by('officer')).thenNotFound());

  it('frees the days that were promised and not worked', () =>
    aPool
      .and(assignment, firstAward, ExpertAssigned({ ...assigned.data, days: 750, financialYear: 'FY1213' }))
      .and(limit, expertDaysRef, tenDaysFree, moved('free', firstAward, 750, 'promised'), moved(firstAward, 'worked', 500, 'worked'))
      .when(endAssignment, end, by('officer'))
      .then(AssignmentEnded({ ...ended.data, givenBack: 250 }), moved(firstAward, 'free', 250, `${firstAward} needs them no longer`)));

  it('says why', () => anAssignment.when(endAssignment, end, by('officer')).then(ended));
});
