import { count, decide, isRefusal, optional, present, reference, refuse, text, toReference, type OrganisationRef, type RoundRef } from '#kernel';
import { mustActForOwnBody, ownBodyRefusals } from '#domain/organisations';
import { beginIntake, round, schemeOf } from '#domain/programmes';
import { answersField, factsOf, type Answers } from '../answers.js';
import { ApplicationSubmitted } from '../application.events.js';
import { application } from '../application.js';
import { entries } from '../entries.js';
import { partnersNamed, type PartnerNamed } from '../partners.js';
import { answerRefusals, answersMustFit } from '../policies/answers-must-fit.js';
import { applicantMustBeEligible, eligibilityRefusals, judgedBy } from '../policies/applicant-must-be-eligible.js';
import { biddingRefusals, bodyMayBid } from '../policies/body-may-bid.js';
import { formMustBeTheOneAnswered, formRefusals } from '../policies/form-must-be-the-one-answered.js';
import { enter } from '../policies/in-the-register.js';
import { intakeRefusals, roundMustTakeIt } from '../policies/round-must-take-it.js';
import { applicantOf, asTheyStood, partnerRefusals, partnersMustDiffer, readBodies } from '../policies/who-applies.js';
import { AnswersKept } from '../profile.events.js';
import { completed, profile, toKeep } from '../profile.js';

export class SubmitApplication {
  @reference('RD', 'Round') round!: RoundRef;
  @reference('OR', 'Organisation', { hint: 'The lead, who answers for the money' }) organisation!: OrganisationRef;
  @text('Title') title!: string;
  @optional(partnersNamed) partners?: readonly PartnerNamed[];
  @answersField answers!: Answers;
  @optional(text('Late because', { hint: 'Only where the round takes late ones with a reason' })) lateBecause?: string;
  @optional(count('Version of the form', { min: 1, hint: 'The version whose questions were answered: refused where another is in force by now' })) formVersion?: number;
}

export const submitApplication = decide(application, SubmitApplication, {
  summary: 'Apply for a round with the answers that its form asks for; what a body told before need not be told again.',
  permission: 'application:submit',
  begins: 'AP',
  facts: async (read, { round: into, organisation, partners = [] }) => ({
    round: await read(round, into),
    entries: await read.ifAny(entries, into),
    profile: await read.ifAny(profile, organisation),
    bodies: await readBodies(read, organisation, partners),
  }),
  refusals: {
    ...ownBodyRefusals,
    'is-not-by-application': 'Officers nominate bodies for {name}, so it takes no applications',
    ...intakeRefusals,
    ...biddingRefusals,
    ...partnerRefusals,
    ...formRefusals,
    ...answerRefusals,
    ...eligibilityRefusals,
  },
  rule(_, { organisation, title, answers: given, lateBecause, formVersion: answered }, { on, actsFor, ref, facts: { round: into, entries: register, profile: told, bodies } }) {
    const foreign = mustActForOwnBody(actsFor, [organisation]);
    if (foreign) return foreign;
    const { name, programme, budget, form } = present(into.state);
    const scheme = schemeOf(into.state);
    const route = scheme?.terms.intake?.kind ?? 'nomination';
    if (route === 'nomination') return refuse('is-not-by-application', { name });
    const taken = roundMustTakeIt(into.state, organisation, lateBecause, { on, actsFor });
    if (isRefusal(taken)) return taken;
    const { lead } = bodies;
    const barred = bodyMayBid(into.state, register.state, lead);
    if (barred) return barred;
    const alike = partnersMustDiffer(bodies);
    if (alike) return alike;
    const { questions = [], version: formVersion } = form ?? {};
    const changed = formMustBeTheOneAnswered(name, formVersion, answered);
    if (changed) return changed;
    const { answers, reused } = completed(questions, given, told.state);
    const misfit = answersMustFit(questions, answers, bodies.partners);
    if (misfit) return misfit;
    const facts = factsOf(answers);
    const verdicts = judgedBy(into.state, applicantOf(bodies, facts));
    const ineligible = applicantMustBeEligible(verdicts);
    if (ineligible) return ineligible;

    const from = toReference('AP', ref);
    const kept = toKeep(questions, answers, told.state);
    return [
      ApplicationSubmitted({
        programme, budget, organisation, organisationName: lead.name, organisationType: lead.type, title, route, partners: asTheyStood(bodies), answers, reused, verdicts,
        ...(lead.region === undefined ? {} : { region: lead.region }),
        ...(formVersion === undefined ? {} : { formVersion }),
        ...(scheme ? { termsVersion: scheme.version } : {}),
        ...taken,
      }),
      enter(register, from, bodies, facts, verdicts),
      ...(kept.length > 0 ? [told.append(AnswersKept({ organisation, organisationName: lead.name, answers: kept, from }))] : []),
      ...beginIntake(into),
    ];
  },
});
