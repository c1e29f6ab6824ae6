import { stream, type ExpertRef } from '#kernel';
import * as events from './assignment.events.js';
import type { Capacity } from './capacity.js';

/** Somebody who helps an award now. */
export interface Assigned {
  readonly expert: ExpertRef;
  readonly capacity: Capacity;
  /** Of which financial year's days some were promised to this award. */
  readonly promisedIn?: string | undefined;
}
/** Which experts help an award now. */
export interface AssignmentState {
  readonly experts: readonly Assigned[];
}

export const assignment = stream('assignment', { noun: 'assignment for award', events, initial: { experts: [] } as AssignmentState }).evolvedBy({
  ExpertAssigned: ({ experts }, { expert, capacity = 'expert', financialYear }) => ({ experts: [...experts, { expert, capacity, promisedIn: financialYear }] }),
  AssignmentEnded: ({ experts }, { expert }) => ({ experts: experts.filter((each) => each.expert !== expert) }),
});

export const assignedTo = ({ experts }: AssignmentState, expert: ExpertRef): Assigned | undefined => experts.find((each) => each.expert === expert);
