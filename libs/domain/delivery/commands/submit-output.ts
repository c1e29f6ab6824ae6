import { code, decide, isRefusal, optional, present, reference, refuse, text, type AwardRef, type Code } from '#kernel';
import { mustActForOwnBody, ownBodyRefusals } from '#domain/organisations';
import { OutputSubmitted } from '../delivery.events.js';
import { delivery, outputOf } from '../delivery.js';
import { awardMustBeUnderWay, underWayRefusals } from '../policies/award-must-be-under-way.js';
import { askedRefusals, outputAsked } from '../policies/output-asked.js';
import { readAwardAsked } from '../policies/terms-of-delivery.js';

export class SubmitOutput {
  @reference('AW', 'Award') award!: AwardRef;
  @code('Output', { hint: 'As the terms of the scheme call it' }) output!: Code;
  @optional(text('Period', { max: 20, hint: 'Where it is reported again and again: 2012-06, FY1213-Q1 or FY1213' })) period?: string;
  @text('Document', { hint: 'Where it is kept, or what it is called' }) document!: string;
}

export const submitOutput = decide(delivery, SubmitOutput, {
  summary: 'Submit what the terms of a scheme ask of every award: a plan that opens a phase, or a report for a period.',
  permission: 'output:submit',
  begins: 'named',
  ref: ({ award: ref }) => ref,
  facts: (read, { award: ref }) => readAwardAsked(read, ref),
  refusals: {
    ...ownBodyRefusals,
    ...underWayRefusals,
    ...askedRefusals,
    'output-is-waiting': '{name} was submitted and waits for an answer. It can be sent again once it was sent back',
    'output-is-accepted': '{name} was accepted already',
  },
  rule(state, { award: ref, document, ...of }, { actor, actsFor, facts }) {
    const { programme, recipient, recipientName } = present(facts.award.state).terms;
    const foreign = mustActForOwnBody(actsFor, [recipient]);
    if (foreign) return foreign;
    const idle = awardMustBeUnderWay(facts.award.state);
    if (idle) return idle;
    const name = outputAsked(facts, of.output, of.period);
    if (isRefusal(name)) return name;
    const before = outputOf(state, of.output, of.period)?.stage;
    if (before === 'submitted') return refuse('output-is-waiting', { name });
    if (before === 'accepted') return refuse('output-is-accepted', { name });

    return [OutputSubmitted({ award: ref, programme, recipient, recipientName, ...of, name, document, submittedBy: actor })];
  },
});
