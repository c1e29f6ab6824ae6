import { code, decide, isRefusal, optional, reference, text, type AwardRef, type Code } from '#kernel';
import { award } from '#domain/awards';
import { OutputAccepted } from '../delivery.events.js';
import { delivery } from '../delivery.js';
import { answerApart, answered, answerRefusals } from '../policies/output-must-wait.js';

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
  refusals: answerRefusals,
  apart: answerApart,
  rule(state, input, { actor, facts }) {
    const about = answered(state, input, facts.award.state);
    return isRefusal(about) ? about : [OutputAccepted({ ...about, acceptedBy: actor })];
  },
});
