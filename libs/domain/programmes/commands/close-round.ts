import { decide, isNil, present, reference, refuse, type RoundRef } from '#kernel';
import { fundLimit, limit, moneyLeft, move, reduce, roundLimit } from '#domain/limits';
import { RoundClosed } from '../round.events.js';
import { round } from '../round.js';

export class CloseRound {
  @reference('RD', 'Round') round!: RoundRef;
}

export const closeRound = decide(round, CloseRound, {
  summary: 'Close a round; what no award holds goes back to its fund.',
  permission: 'round:close',
  ref: ({ round: ref }) => ref,
  facts: async (read, { round: ref }, state) => {
    const { fund, financialYear } = present(state).budget;
    // A round that gives no money may be of a fund that was given none for the year.
    return { allocation: await read(limit, roundLimit(ref)), budget: await read.ifAny(limit, fundLimit(fund, financialYear)) };
  },
  refusals: { 'round-is-closed': 'This round is closed already' },
  rule(state, { round: ref }, { facts: { allocation, budget } }) {
    const { stage, programme, name, budget: line } = present(state);
    if (stage === 'closed') return refuse('round-is-closed');

    const returned = moneyLeft(allocation, 'allocated');
    const because = `${ref} closed`;
    const back = isNil(returned) ? [] : [reduce(allocation, 'allocated', returned, because), move(budget, 'allocated', 'available', returned, because)];
    return [RoundClosed({ programme, name, budget: line, returned }), ...back];
  },
});
