import { total, type Code, type Money } from '#kernel';
import type { Phase } from '#domain/programmes';
import type { DeliveryState } from '../delivery.js';

export const isStarted = ({ started }: DeliveryState, phase: Code): boolean => started.includes(phase);

/**
 * The most that may be paid of an award in the phases that have started, all together. Undefined where the phases set no bound:
 * none of them says what it pays, or one that has started leaves its sum open.
 */
export function phasePays(state: DeliveryState, phases: readonly Phase[]): Money | undefined {
  if (phases.every(({ payable }) => payable === undefined)) return undefined;
  const sums = phases.filter((each) => isStarted(state, each.code)).map(({ payable }) => payable);
  return sums.some((sum) => sum === undefined) ? undefined : total(sums.filter((sum) => sum !== undefined));
}
