import { decide, person, reference, refuse, text, type Person, type RoundRef } from '#kernel';
import { InterestEnded } from '../interests.events.js';
import { interests } from '../interests.js';

export class EndInterest {
  @reference('RD', 'Round') round!: RoundRef;
  @person('Person', { hint: 'Who declared it' }) person!: Person;
  @text('Reason', { hint: 'Why it is an interest no more; no names of people' }) reason!: string;
}

/** Whoever has the interest may not lift their own bar: the secretary, who keeps the register of interests, does. */
export const endInterest = decide(interests, EndInterest, {
  summary: 'Record that somebody’s interest in a bid is no more; they may decide in the round again.',
  permission: 'interest:end',
  begins: 'named',
  ref: ({ round: ref }) => ref,
  refusals: {
    'no-interest-is-declared': 'This person has no interest in the round that stands',
    'interest-is-ones-own': 'This interest is yours, so somebody else must record that it is no more',
  },
  apart: { 'interest-is-ones-own': ({ input }) => [input.person] },
  rule({ barred }, { round: of, person: holder, reason }) {
    if (!barred.includes(holder)) return refuse('no-interest-is-declared');

    return [InterestEnded({ round: of, heldBy: holder, reason })];
  },
});
