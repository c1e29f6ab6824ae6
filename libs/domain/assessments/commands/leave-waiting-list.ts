import { decide, present, reference, refuse, text, type ApplicationRef } from '#kernel';
import { application } from '#domain/applications';
import { leaveQueue, readPlaces } from '#domain/limits';

export class LeaveWaitingList {
  @reference('AP', 'Application') application!: ApplicationRef;
  @text('Reason') reason!: string;
}

export const leaveWaitingList = decide(application, LeaveWaitingList, {
  summary: 'Take an application from the waiting list of its round; a place that was kept for it goes to the next.',
  permission: 'round:capacity',
  ref: ({ application: ref }) => ref,
  facts: (read, _, state) => readPlaces(read, present(state).budget.round),
  refusals: { 'not-waiting': '{name} is not on the waiting list of its round' },
  rule(state, { application: ref, reason }, { facts }) {
    const { organisationName: name } = present(state);
    const left = leaveQueue(facts, { who: ref, name }, reason);
    return left.length === 0 ? refuse('not-waiting', { name }) : left;
  },
});
