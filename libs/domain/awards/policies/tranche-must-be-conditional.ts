import { refuse, type Refusal } from '#kernel';
import { conditional } from '../award-holdings.js';
import type { Tranche } from '../award-state.js';

export const conditionalRefusals = { 'tranche-is-not-conditional': 'Part {number} of this award is {stage}, and only a part that is named and not decided on can be confirmed, declined or lapse' } as const;

/** The part of an award that is named and waits for its own approval. */
export function trancheMustBeConditional(tranches: readonly Tranche[], number: number): Tranche | Refusal<'tranche-is-not-conditional'> {
  const found = tranches.find((each) => each.number === number);
  return found && conditional(found) ? found : refuse('tranche-is-not-conditional', { number, stage: found?.stage ?? 'not there' });
}
