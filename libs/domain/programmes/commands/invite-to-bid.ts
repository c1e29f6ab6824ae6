import { decide, kept, list, present, reference, refuse, type DataOf, type RoundRef } from '#kernel';
import { organisation } from '#domain/organisations';
import { firstRepeated } from '../first-repeated.js';
import { BodiesInvited } from '../round.events.js';
import { round } from '../round.js';

const invited = { organisation: reference('OR', 'Organisation') };

export class InviteToBid {
  @reference('RD', 'Round') round!: RoundRef;
  @list('Bodies', invited, '{organisation}', { min: 1, max: 200, hint: 'At most 200 at once: invite again for more' }) bodies!: readonly DataOf<typeof invited>[];
}

export const inviteToBid = decide(round, InviteToBid, {
  summary: 'Put bodies on the closed list of those who may bid for a round by invitation.',
  permission: 'round:invite',
  ref: ({ round: ref }) => ref,
  facts: async (read, { bodies }) => ({
    bodies: await Promise.all(bodies.map(async ({ organisation: ref }) => ({ organisation: ref, name: present((await read(organisation, ref)).state).name }))),
  }),
  refusals: {
    'round-is-closed': 'The round {name} is closed, so nobody is invited to it any more',
    'round-is-not-by-invitation': 'Bodies come into {name} in another way than by invitation',
    'named-twice': '{body} is named twice',
    'invited-already': '{body} is invited to {name} already',
  },
  rule(state, { round: ref }, { facts: { bodies } }) {
    const { stage, name, scheme, invited: known } = present(state);
    if (stage === 'closed') return refuse('round-is-closed', { name });
    if (scheme?.terms.intake?.kind !== 'invited-bids') return refuse('round-is-not-by-invitation', { name });
    const repeated = firstRepeated(bodies, ({ organisation: each }) => each);
    if (repeated) return refuse('named-twice', { body: repeated.name });
    const before = bodies.find(({ organisation: each }) => kept(known, each) !== undefined);
    if (before) return refuse('invited-already', { body: before.name, name });

    return [BodiesInvited({ round: ref, name, bodies })];
  },
});
