import { decide, reference, refuse, text, type RoundRef } from '#kernel';
import { InterestDeclared } from '../interests.events.js';
import { interests } from '../interests.js';
import { round } from '../round.js';

export class DeclareInterest {
  @reference('RD', 'Round') round!: RoundRef;
  @text('Nature of the interest', { hint: 'In which bid, and why; no names of people' }) nature!: string;
}

export const declareInterest = decide(interests, DeclareInterest, {
  summary: 'Declare your own interest in a bid; it keeps you from deciding in the whole round.',
  permission: 'interest:declare',
  begins: 'named',
  ref: ({ round: ref }) => ref,
  facts: async (read, input) => ({ round: await read(round, input.round) }),
  refusals: { 'interest-is-declared-already': 'You declared an interest in this round before, and it stands' },
  rule({ barred }, { round: of, nature }, { actor }) {
    if (barred.includes(actor)) return refuse('interest-is-declared-already');

    return [InterestDeclared({ round: of, declaredBy: actor, nature })];
  },
});
