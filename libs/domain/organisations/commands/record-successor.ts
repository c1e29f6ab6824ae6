import { decide, present, reference, refuse, showDate, text, type OrganisationRef } from '#kernel';
import { bodies, type Bodies } from '../named-body.js';
import { OrganisationSucceeded } from '../organisation.events.js';
import { organisation } from '../organisation.js';
import { bodiesReached, namedAmong, namedTwice } from '../policies/bodies-reached.js';

export class RecordSuccessor {
  @reference('OR', 'Organisation that is no more') organisation!: OrganisationRef;
  @bodies('Successors', 'Who took over from it') successors!: Bodies;
  @text('Reason', { hint: 'Such as the order that abolished it' }) reason!: string;
}

/** Awards stay with the body that has them until each is transferred: an order of abolition says which goes where, and a register cannot. */
export const recordSuccessor = decide(organisation, RecordSuccessor, {
  summary: 'Record who came after a body that is no more; its awards stay where they are until they are transferred.',
  permission: 'organisation:register',
  ref: ({ organisation: ref }) => ref,
  facts: async (read, { successors }) => ({ reached: await bodiesReached(read, successors.map((each) => each.organisation), (state) => state.succeeded?.by ?? []) }),
  refusals: {
    'was-succeeded': '{name} was succeeded on {on} already, by {by}',
    'successor-is-named-twice': '{name} is named twice among the successors',
    'succeeds-itself': '{name} would succeed itself, by way of those that are named',
  },
  rule(state, { successors, reason }, { ref, facts: { reached } }) {
    const { name, succeeded } = present(state);
    if (succeeded) return refuse('was-succeeded', { name, on: showDate(succeeded.on), by: succeeded.by.map((each) => each.name).join(', ') });
    const named = namedAmong(reached, successors);
    const repeated = namedTwice(named);
    if (repeated) return refuse('successor-is-named-twice', { name: repeated.name });
    if (reached.some((each) => each.organisation === ref)) return refuse('succeeds-itself', { name });

    return [OrganisationSucceeded({ name, successors: named, reason })];
  },
});
