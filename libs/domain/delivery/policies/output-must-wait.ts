import { isRefusal, present, refuse, type AwardRef, type Code, type Refusal } from '#kernel';
import type { AwardState } from '#domain/awards';
import { outputOf, type DeliveryState, type Output } from '../delivery.js';

/** An output of an award, and the period that it is for where it comes more than once. */
export interface OutputNamed {
  readonly award: AwardRef;
  readonly output: Code;
  readonly period?: string | undefined;
}

export const answerRefusals = {
  'output-was-not-submitted': 'No {output} was submitted for this award',
  'output-is-not-waiting': '{name} is {stage} already. It is answered again once it is submitted again',
  'output-was-submitted-by-you': 'You submitted this, so someone else must accept it or send it back',
} as const;
type NotWaiting = Exclude<keyof typeof answerRefusals, 'output-was-submitted-by-you'>;

/** Whoever submitted it does not answer it. */
export const answerApart = {
  'output-was-submitted-by-you': ({ state, input: { output, period } }: { readonly state: DeliveryState; readonly input: OutputNamed }) => outputOf(state, output, period)?.submittedBy ?? [],
} as const;

/** What an event says of the output that is accepted or sent back: one that was submitted and that nobody has answered yet. */
export function answered(state: DeliveryState, { award, output, period }: OutputNamed, of: AwardState) {
  const waiting = outputWaiting(state, output, period);
  if (isRefusal(waiting)) return waiting;
  const { programme, recipient, recipientName } = present(of).terms;
  return { award, programme, recipient, recipientName, output, ...(period === undefined ? {} : { period }), name: waiting.name };
}

function outputWaiting(state: DeliveryState, output: Code, period: string | undefined): Output | Refusal<NotWaiting> {
  const found = outputOf(state, output, period);
  if (!found) return refuse('output-was-not-submitted', { output: period === undefined ? output : `${output} for ${period}` });
  return found.stage === 'submitted' ? found : refuse('output-is-not-waiting', { name: found.name, stage: found.stage === 'accepted' ? 'accepted' : 'sent back' });
}
