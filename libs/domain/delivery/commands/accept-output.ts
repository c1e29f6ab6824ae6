import { code, decide, isRefusal, optional, present, reference, text, type AwardRef, type Code } from '#kernel';
import { award } from '#domain/awards';
import { OutputAccepted } from '../delivery.events.js';
import { delivery, outputOf } from '../delivery.js';
import { outputWaiting, waitingRefusals } from '../policies/output-must-wait.js';

export class AcceptOutput {
  @reference('AW', 'Award') award!: AwardRef;
  @code('Output') output!: Code;
  @optional(text('Period', { max: 20 })) period?: string;
}

export const acceptOutput = decide(delivery, AcceptOutput, {
  summary: 'Accept what was submitted for an award, which may open its next phase.',
  permission: 'output:accept',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: ref }) => ({ award: await read(award, ref) }),
  refusals: { ...waitingRefusals, 'output-was-submitted-by-you': 'You submitted this, so someone else must accept it or send it back' },
  apart: { 'output-was-submitted-by-you': ({ state, input: { output, period } }) => outputOf(state, output, period)?.submittedBy ?? [] },
  rule(state, { award: ref, ...of }, { actor, facts }) {
    const waiting = outputWaiting(state, of);
    if (isRefusal(waiting)) return waiting;

    const { programme, recipient, recipientName } = present(facts.award.state).terms;
    return [OutputAccepted({ award: ref, programme, recipient, recipientName, ...of, name: waiting.name, acceptedBy: actor })];
  },
});
