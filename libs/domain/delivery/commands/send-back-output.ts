import { code, decide, isRefusal, optional, reference, text, type AwardRef, type Code } from '#kernel';
import { award } from '#domain/awards';
import { OutputSentBack } from '../delivery.events.js';
import { delivery } from '../delivery.js';
import { answerApart, answered, answerRefusals } from '../policies/output-must-wait.js';

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
  refusals: answerRefusals,
  apart: answerApart,
  rule(state, input, { actor, facts }) {
    const about = answered(state, input, facts.award.state);
    return isRefusal(about) ? about : [OutputSentBack({ ...about, reason: input.reason, sentBackBy: actor })];
  },
});
