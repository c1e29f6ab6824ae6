import { decide, present, reference, refuse, text, type ApplicationRef, type ReadFact } from '#kernel';
import { application, type ApplicationState } from '#domain/applications';
import { awardLimit, freePlaces, isWaiting, joinQueue, keptFor, limit, readPlaces, waitingIn } from '#domain/limits';
import { round, schemeOf } from '#domain/programmes';

export class JoinWaitingList {
  @reference('AP', 'Application') application!: ApplicationRef;
  @text('Reason') reason!: string;
}

export const joinWaitingList = decide(application, JoinWaitingList, {
  summary: 'Put an application on the waiting list of a round that has no place left; it is called in its turn.',
  permission: 'round:capacity',
  ref: ({ application: ref }) => ref,
  facts: async (read, _, state) => {
    const { budget } = present(state);
    return { round: await read(round, budget.round), ...(await readPlaces(read, budget.round)), isApproved: await wasApproved(read, state) };
  },
  refusals: {
    'application-is-over': 'This application was {outcome}, so it waits for nothing',
    'no-waiting-list': 'The terms of {round} have no waiting list',
    'has-its-place': 'An award was approved for this application already, so it waits for no place',
    'waiting-already': '{name} is on the waiting list already',
    'place-is-open': '{round} has room for {open} more and nobody waits. Approve an award instead',
  },
  rule(state, { application: ref, reason }, { facts }) {
    const { stage, organisationName: name } = present(state);
    if (stage === 'withdrawn' || stage === 'declined') return refuse('application-is-over', { outcome: stage });
    const of = present(facts.round.state);
    if (!schemeOf(of)?.terms.capacity?.waitingList) return refuse('no-waiting-list', { round: of.name });
    if (facts.isApproved) return refuse('has-its-place');
    const { places, queue } = facts;
    if (isWaiting(queue.state, ref) || keptFor(queue.state, ref)) return refuse('waiting-already', { name });
    const open = freePlaces(places, queue);
    const [first] = waitingIn(queue.state);
    if (open > 0 && !first) return refuse('place-is-open', { round: of.name, open });

    return [joinQueue(queue, { who: ref, name, places: 1 }, reason)];
  },
});

/** Whoever was approved has a limit of its own: awards are downstream of here, and what they hold is not. */
async function wasApproved(read: ReadFact, state: ApplicationState): Promise<boolean> {
  return state.stage === 'taken-forward' && (await read.ifAny(limit, awardLimit(state.award))).state.stage === 'open';
}
