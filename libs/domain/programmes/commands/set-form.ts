import { decide, optional, present, reference, refuse, text, type RoundRef } from '#kernel';
import { formField, type Form } from '../form.js';
import { formMustHold, formRefusals } from '../form-checks.js';
import { FormSet } from '../round.events.js';
import { round } from '../round.js';
import { questionsMustBeAsked } from '../scheme/choosing-checks.js';
import { questionRefusals } from '../scheme/fitting.js';
import { stated } from '../stated.js';

export class SetForm {
  @reference('RD', 'Round') round!: RoundRef;
  @formField questions!: Form;
  @optional(text('Reason', { hint: 'Why the form changes, once somebody has applied' })) reason?: string;
}

export const setForm = decide(round, SetForm, {
  summary: 'Set the questions that applications for a round answer: a new version each time. What was answered before stays as it is.',
  permission: 'round:form',
  ref: ({ round: ref }) => ref,
  refusals: {
    'round-is-closed': 'The round {name} is closed, so its form stands',
    ...formRefusals,
    ...questionRefusals,
    'reason-is-missing': 'Applications for {name} have come. Say why the form changes',
  },
  rule(state, { round: ref, questions, reason }) {
    const { stage, name, form, scheme, intakeBegun } = present(state);
    if (stage === 'closed') return refuse('round-is-closed', { name });
    const wrong = formMustHold(questions);
    if (wrong) return wrong;
    const lost = scheme && questionsMustBeAsked(scheme.terms, questions);
    if (lost) return lost;
    if (intakeBegun && reason === undefined) return refuse('reason-is-missing', { name });

    return [FormSet(stated({ round: ref, name, version: (form?.version ?? 0) + 1, questions, reason }))];
  },
});
