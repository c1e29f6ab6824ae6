import { refuse, type Code, type Refusal } from '#kernel';
import { outputOf, type DeliveryState, type Output } from '../delivery.js';

export const waitingRefusals = {
  'output-was-not-submitted': 'No {output} was submitted for this award',
  'output-is-not-waiting': '{name} is {stage} already. It is answered again once it is submitted again',
} as const;

/** The output that is to be accepted or sent back: one that was submitted and that nobody has answered yet. */
export function outputWaiting(state: DeliveryState, { output, period }: { readonly output: Code; readonly period?: string | undefined }): Output | Refusal<keyof typeof waitingRefusals> {
  const found = outputOf(state, output, period);
  if (!found) return refuse('output-was-not-submitted', { output: period === undefined ? output : `${output} for ${period}` });
  return found.stage === 'submitted' ? found : refuse('output-is-not-waiting', { name: found.name, stage: found.stage === 'accepted' ? 'accepted' : 'sent back' });
}
