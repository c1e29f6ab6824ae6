import { exceeds, refuse, showMoney, type AwardRef, type Code, type Fact, type Money, type ReadFact, type Refusal } from '#kernel';
import { phasesOf, type AwardState, type Phases } from '#domain/awards';
import { delivery, isStarted, phasePays, type deliveryEvents, type DeliveryState } from '#domain/delivery';

export const phaseRefusals = {
  'phase-is-not-started': 'The phase {phase} has not started for this award, so nothing is paid for it. Start it first, or leave the phase out',
  'over-what-the-phase-pays': 'The phases that have started pay {payable} together. With this payment it would be {drawn}. Pay less, or start the next phase first',
} as const;

/** Which phases of an award have started; not read where it has none. */
export async function readPhases(read: ReadFact, award: AwardRef, state: AwardState): Promise<{ readonly delivery?: Fact<typeof deliveryEvents, DeliveryState> }> {
  return phasesOf(state) ? { delivery: await read.ifAny(delivery, award) } : {};
}

/** Money waits for the phase that pays it: all that is drawn stays within what the phases that have started pay. */
export function phaseMustPay(phases: Phases | undefined, state: DeliveryState | undefined, phase: Code | undefined, drawn: Money): Refusal<keyof typeof phaseRefusals> | undefined {
  if (phase !== undefined && !(state && isStarted(state, phase))) return refuse('phase-is-not-started', { phase });
  const payable = phases && state && phasePays(state, phases);
  return payable && exceeds(drawn, payable) ? refuse('over-what-the-phase-pays', { payable: showMoney(payable), drawn: showMoney(drawn) }) : undefined;
}
