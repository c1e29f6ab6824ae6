import { toPerson, toReference } from '#kernel';
import { eastRiding } from '#domain/applications/testing';
import { anAwardApproved, firstAward, recipientName } from '#domain/awards/testing';
import { future } from '#domain/programmes/testing';
import { ExpertAssigned } from '../assignment.events.js';
import { assignment } from '../assignment.js';
import { ExpertAddedToPool, ExpertRemovedFromPool } from '../expert.events.js';
import { expert } from '../expert.js';

export const firstExpert = toReference('EX', 'EX-2012-001');
export const added = ExpertAddedToPool({ programme: future, title: 'Procurement', person: toPerson('procurer') });
export const removed = ExpertRemovedFromPool({ programme: future, title: 'Procurement', reason: 'Retired' });
export const assigned = ExpertAssigned({ award: firstAward, programme: future, recipient: eastRiding, recipientName, expert: firstExpert, title: 'Procurement' });

/** An approved award, and an expert in the pool of its programme. */
export const aPool = anAwardApproved.and(expert, firstExpert, added);
export const anAssignment = aPool.and(assignment, firstAward, assigned);
