import { code, decide, isRefusal, optional, present, reference, text, type AwardRef, type Code } from '#kernel';
import { award } from '#domain/awards';
import { OutputSentBack } from '../delivery.events.js';
import { delivery, outputOf } from '../delivery.js';
import { outputWaiting, waitingRefusals } from '../policies/output-must-wait.js';

export class SendBackOutput {
  @reference('AW', 'Award') award!: AwardRef;
  @code('Output') output!: Code;
  @optional(text('Period', { max: 20 })) period?: string;
  @text('Reason', { hint: 'What is to be changed' }) reason!: string;
}

export const sendBackOutput = decide(delivery, SendBackOutput, {
  summary: 'Send back what was submitted for an award, saying what is to be changed.',
  permission: 'output:accept',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: ref }) => ({ award: await read(award, ref) }),
  refusals: { ...waitingRefusals, 'output-was-submitted-by-you': 'You submitted this, so someone else must accept it or send it back' },
  apart: { 'output-was-submitted-by-you': ({ state, input: { output, period } }) => outputOf(state, output, period)?.submittedBy ?? [] },
  rule(state, { award: ref, ...of }, { actor, facts }) {
    const waiting = outputWaiting(state, of);
    if (isRefusal(waiting)) return waiting;

    const { programme, recipient, recipientName } = present(facts.award.state).terms;
    return [OutputSentBack({ award: ref, programme, recipient, recipientName, ...of, name: waiting.name, sentBackBy: actor })];
  },
});
