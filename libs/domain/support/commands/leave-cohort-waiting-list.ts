import { decide, present, reference, refuse, text, type CohortRef, type OrganisationRef } from '#kernel';
import { leaveQueue, readPlaces } from '#domain/limits';
import { organisation } from '#domain/organisations';
import { cohort } from '../cohort.js';

export class LeaveCohortWaitingList {
  @reference('CH', 'Cohort') cohort!: CohortRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @text('Reason') reason!: string;
}

export const leaveCohortWaitingList = decide(cohort, LeaveCohortWaitingList, {
  summary: 'Take a body off the waiting list of a cohort, or give up the places kept for it; whoever waits next is called.',
  permission: 'cohort:keep',
  ref: ({ cohort: ref }) => ref,
  facts: async (read, { cohort: ref, organisation: who }) => ({ ...(await readPlaces(read, ref)), organisation: await read(organisation, who) }),
  refusals: { 'not-waiting': '{name} is not on the waiting list of this cohort' },
  rule(_, { organisation: who, reason }, { facts }) {
    const { name } = present(facts.organisation.state);
    const left = leaveQueue(facts, { who, name }, reason);
    return left.length === 0 ? refuse('not-waiting', { name }) : left;
  },
});
