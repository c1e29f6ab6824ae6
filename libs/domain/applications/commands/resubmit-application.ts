import { count, decide, isRefusal, optional, present, reference, refuse, text, type ApplicationRef } from '#kernel';
import { mustActForOwnBody, ownBodyRefusals } from '#domain/organisations';
import { round, schemeOf } from '#domain/programmes';
import { answersField, factsOf, type Answers } from '../answers.js';
import { ApplicationResubmitted } from '../application.events.js';
import { application } from '../application.js';
import { entries } from '../entries.js';
import { partnersNamed, type PartnerNamed } from '../partners.js';
import { answerRefusals, answersMustFit } from '../policies/answers-must-fit.js';
import { applicantMustBeEligible, eligibilityRefusals, judgedBy } from '../policies/applicant-must-be-eligible.js';
import { applicationMustBeOpen, openRefusals } from '../policies/application-must-be-open.js';
import { formMustBeTheOneAnswered, formRefusals } from '../policies/form-must-be-the-one-answered.js';
import { reenter } from '../policies/in-the-register.js';
import { intakeRefusals, roundMustTakeIt } from '../policies/round-must-take-it.js';
import { applicantOf, asTheyStood, partnerRefusals, partnersMustDiffer, readBodies } from '../policies/who-applies.js';
import { scoringMustNotHaveBegun, unscoredRefusals } from '../policies/scoring-must-not-have-begun.js';
import { AnswersKept } from '../profile.events.js';
import { completed, profile, toKeep } from '../profile.js';

export class ResubmitApplication {
  @reference('AP', 'Application') application!: ApplicationRef;
  @optional(text('Title')) title?: string;
  @optional(partnersNamed) partners?: readonly PartnerNamed[];
  @optional(answersField) answers?: Answers;
  @text('Reason', { hint: 'What changed since it was sent' }) reason!: string;
  @optional(count('Version of the form', { min: 1, hint: 'The version whose questions were answered: refused where another is in force by now' })) formVersion?: number;
}

export const resubmitApplication = decide(application, ResubmitApplication, {
  summary: 'Send an application again; what is left out stays as it was, and so does its turn.',
  permission: 'application:submit',
  ref: ({ application: ref }) => ref,
  facts: async (read, { partners }, state) => {
    const before = present(state);
    return {
      round: await read(round, before.budget.round),
      entries: await read.ifAny(entries, before.budget.round),
      profile: await read.ifAny(profile, before.organisation),
      bodies: await readBodies(read, before.organisation, partners ?? before.partners),
    };
  },
  refusals: {
    ...ownBodyRefusals,
    ...openRefusals,
    ...unscoredRefusals,
    'sent-again-not-taken': 'What was sent for {name} stands. Ask whoever runs it to return the application',
    ...intakeRefusals,
    ...partnerRefusals,
    ...formRefusals,
    ...answerRefusals,
    ...eligibilityRefusals,
  },
  rule(state, input, { on, actsFor, facts: { round: into, entries: register, profile: told, bodies } }) {
    const before = present(state);
    const foreign = mustActForOwnBody(actsFor, [before.organisation]);
    if (foreign) return foreign;
    const decided = applicationMustBeOpen(state);
    if (decided) return decided;
    // Nobody scores what was returned, so it changes under nobody's hands while the others are scored.
    const begun = before.returned === undefined ? scoringMustNotHaveBegun(into.state) : undefined;
    if (begun) return begun;
    const { stage, name, form } = present(into.state);
    const scheme = schemeOf(into.state);
    if (before.returned === undefined) {
      if (scheme?.terms.intake?.again !== 'until-it-closes') return refuse('sent-again-not-taken', { name });
      const taken = roundMustTakeIt(into.state, before.organisation, undefined, { on, actsFor });
      if (isRefusal(taken)) return taken;
    } else if (stage === 'closed') return refuse('round-is-closed', { name });
    const alike = partnersMustDiffer(bodies);
    if (alike) return alike;
    const { questions = [], version: formVersion } = form ?? {};
    const changed = formMustBeTheOneAnswered(name, formVersion, input.formVersion);
    if (changed) return changed;
    const { answers } = completed(questions, input.answers ?? before.answers, told.state);
    const misfit = answersMustFit(questions, answers, bodies.partners);
    if (misfit) return misfit;
    const facts = factsOf(answers);
    const verdicts = judgedBy(into.state, applicantOf(bodies, facts));
    const ineligible = applicantMustBeEligible(verdicts);
    if (ineligible) return ineligible;

    const { application: from, title = before.title, reason } = input;
    const { organisation, organisationName, number } = before;
    const kept = toKeep(questions, answers, told.state);
    return [
      ApplicationResubmitted({
        organisationName, title, partners: asTheyStood(bodies), answers, verdicts, number: number + 1, reason,
        ...(formVersion === undefined ? {} : { formVersion }),
        ...(scheme ? { termsVersion: scheme.version } : {}),
      }),
      reenter(register, from, title, bodies, facts, verdicts),
      ...(kept.length > 0 ? [told.append(AnswersKept({ organisation, organisationName, answers: kept, from }))] : []),
    ];
  },
});
