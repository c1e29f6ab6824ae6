import { count, decide, optional, present, reference, refuse, text, type RoundRef } from '#kernel';
import { round } from '#domain/programmes';
import { CountStated } from '../entries.events.js';
import { entries } from '../entries.js';

export class StateCount {
  @reference('RD', 'Round') round!: RoundRef;
  @text('Document', { hint: 'Where the number stands' }) document!: string;
  @count('Applications that it states') stated!: number;
  @optional(count('Bodies that it states')) bodiesStated?: number;
}

export const stateCount = decide(entries, StateCount, {
  summary: 'Record how many applications a document states, beside the number in the register; a difference is kept as an exception.',
  permission: 'round:count',
  begins: 'named',
  ref: ({ round: ref }) => ref,
  facts: async (read, { round: ref }) => ({ round: await read(round, ref) }),
  refusals: { 'nothing-came': 'No application for {round} is in the register. Enter them first' },
  rule({ order, bodies }, { round: ref, document, stated, bodiesStated }, { facts }) {
    if (order.size === 0) return refuse('nothing-came', { round: present(facts.round.state).name });

    return [CountStated({ round: ref, document, stated, listed: order.size, bodies, ...(bodiesStated === undefined ? {} : { bodiesStated }) })];
  },
});
