import { count, decide, optional, present, reference, refuse, text, type OrganisationRef, type RoundRef } from '#kernel';
import { callNext, freePlaces, raiseUnit, readPlaces } from '#domain/limits';
import { organisation } from '#domain/organisations';
import { CapacityRaised } from '../round.events.js';
import { round } from '../round.js';
import { stated } from '../stated.js';

export class RaiseCapacity {
  @reference('RD', 'Round') round!: RoundRef;
  @count('Room for so many awards', { min: 1 }) to!: number;
  @text('Because') because!: string;
  @optional(reference('OR', 'Sponsor', { hint: 'Who pays for the further places, where somebody does' })) sponsor?: OrganisationRef;
}

export const raiseCapacity = decide(round, RaiseCapacity, {
  summary: 'Make room for more awards in a round, because a sponsor pays or money was found: those who wait longest are called first.',
  permission: 'round:capacity',
  ref: ({ round: ref }) => ref,
  facts: async (read, { round: ref, sponsor }) => ({
    ...(await readPlaces(read, ref)),
    sponsor: sponsor === undefined ? undefined : present((await read(organisation, sponsor)).state),
  }),
  refusals: {
    'round-is-closed': 'The round {name} is closed, so it has room for no more',
    'round-has-no-capacity': 'The terms of {name} set no number of awards, so there is no number to raise',
    'not-more-than-before': 'The round {name} has room for {before} awards already',
  },
  rule(state, { round: ref, to, because, sponsor }, { facts: { places, queue, sponsor: payer } }) {
    const { stage, name, capacity: before } = present(state);
    if (stage === 'closed') return refuse('round-is-closed', { name });
    if (before === undefined) return refuse('round-has-no-capacity', { name });
    if (to <= before) return refuse('not-more-than-before', { name, before });

    const more = to - before;
    return [
      CapacityRaised({ round: ref, name, before, after: to, because, ...stated({ sponsor, sponsorName: payer?.name }) }),
      raiseUnit(places, 'PLACE', 'open', more, because),
      ...callNext(queue, freePlaces(places, queue) + more, because),
    ];
  },
});
