import { decide, present, reference, refuse, type OrganisationRef } from '#kernel';
import { bodies, type Bodies } from '../named-body.js';
import { MembersNamed } from '../organisation.events.js';
import { organisation } from '../organisation.js';
import { bodiesReached, namedAmong, namedTwice } from '../policies/bodies-reached.js';

export class NameMembers {
  @reference('OR', 'Joint body') organisation!: OrganisationRef;
  @bodies('Members', 'All of them: whoever is left out is no member any more') members!: Bodies;
}

export const nameMembers = decide(organisation, NameMembers, {
  summary: 'Name the bodies that make up a joint body, from this day on.',
  permission: 'organisation:register',
  ref: ({ organisation: ref }) => ref,
  facts: async (read, { members }) => ({ reached: await bodiesReached(read, members.map((each) => each.organisation), (state) => state.members) }),
  refusals: {
    'member-is-named-twice': '{name} is named twice among the members',
    'membership-goes-round': '{name} would be a member of itself, by way of those that are named. Leave that one out',
    'members-are-the-same': 'These are its members already',
  },
  rule(state, { members }, { ref, facts: { reached } }) {
    const { name, members: before } = present(state);
    const named = namedAmong(reached, members);
    const repeated = namedTwice(named);
    if (repeated) return refuse('member-is-named-twice', { name: repeated.name });
    if (reached.some((each) => each.organisation === ref)) return refuse('membership-goes-round', { name });
    if (before.length === named.length && named.every((each) => before.some((other) => other.organisation === each.organisation))) return refuse('members-are-the-same');

    return [MembersNamed({ name, members: named })];
  },
});
