import { handsShown, stream, type Code, type Person } from '#kernel';
import * as events from './delivery.events.js';

/** One output as it was sent last, for its period where it is reported again and again. */
export interface Output {
  readonly stage: 'submitted' | 'accepted' | 'sent-back';
  readonly output: Code;
  readonly period?: string | undefined;
  readonly name: string;
  /** Whoever submitted it, this time or before it was sent back, and whoever they stood in for: none of them answers it. */
  readonly submittedBy: readonly Person[];
}
/** What an award has delivered so far, and which of its phases it is in. */
export interface DeliveryState {
  readonly outputs: Readonly<Record<string, Output>>;
  readonly started: readonly Code[];
  readonly ended: readonly Code[];
}

const keyOf = (output: string, period: string | undefined): string => (period === undefined ? output : `${output} ${period}`);
export const outputOf = ({ outputs }: DeliveryState, output: Code, period: string | undefined): Output | undefined => outputs[keyOf(output, period)];
/** An output that is reported for many periods was accepted once any of them was. */
export const isAccepted = ({ outputs }: DeliveryState, output: Code): boolean => Object.values(outputs).some((each) => each.output === output && each.stage === 'accepted');

type Answered = Pick<Output, 'output' | 'period'>;
/** Second pair of eyes: only what was submitted and waits can be answered. */
function answer(state: DeliveryState, { output, period }: Answered, stage: 'accepted' | 'sent-back'): DeliveryState {
  const found = outputOf(state, output, period);
  if (found?.stage !== 'submitted') throw new Error(`${output} was not waiting to be accepted`);
  return { ...state, outputs: { ...state.outputs, [keyOf(output, period)]: { ...found, stage } } };
}

export const delivery = stream('delivery', { noun: 'delivery of award', events, initial: { outputs: {}, started: [], ended: [] } as DeliveryState }).evolvedBy({
  OutputSubmitted(state, { output, period, name, submittedBy }, about) {
    const before = outputOf(state, output, period)?.submittedBy ?? [];
    const hands = [...new Set([...before, ...handsShown(submittedBy, about)])];
    return { ...state, outputs: { ...state.outputs, [keyOf(output, period)]: { stage: 'submitted', output, period, name, submittedBy: hands } } };
  },
  OutputAccepted: (state, of) => answer(state, of, 'accepted'),
  OutputSentBack: (state, of) => answer(state, of, 'sent-back'),
  PhaseStarted: (state, { phase }) => ({ ...state, started: [...state.started, phase] }),
  PhaseEnded: (state, { phase }) => ({ ...state, ended: [...state.ended, phase] }),
});
