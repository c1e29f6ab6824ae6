import { stream, type ExpertRef } from '#kernel';
import * as events from './assignment.events.js';

/** Which experts help an award now. */
export interface AssignmentState {
  readonly experts: readonly ExpertRef[];
}

export const assignment = stream('assignment', { noun: 'assignment for award', events, initial: { experts: [] } as AssignmentState }).evolvedBy({
  ExpertAssigned: ({ experts }, { expert }) => ({ experts: [...experts, expert] }),
  AssignmentEnded: ({ experts }, { expert }) => ({ experts: experts.filter((each) => each !== expert) }),
});
