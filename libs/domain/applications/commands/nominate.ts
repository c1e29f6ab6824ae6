import { decide, isRefusal, optional, present, reference, refuse, text, toReference, type FieldValue, type OrganisationRef, type RoundRef } from '#kernel';
import { mustActForOwnBody, ownBodyRefusals } from '#domain/organisations';
import { beginIntake, round, schemeOf } from '#domain/programmes';
import { ApplicationNominated } from '../application.events.js';
import { application } from '../application.js';
import { entries } from '../entries.js';
import { partnersNamed, type PartnerNamed } from '../partners.js';
import { applicantMustBeEligible, eligibilityRefusals, judgedBy } from '../policies/applicant-must-be-eligible.js';
import { biddingRefusals, bodyMayBid } from '../policies/body-may-bid.js';
import { enter } from '../policies/in-the-register.js';
import { intakeRefusals, roundMustTakeIt } from '../policies/round-must-take-it.js';
import { applicantOf, asTheyStood, partnerRefusals, partnersMustDiffer, readBodies } from '../policies/who-applies.js';
import { source } from '../source.js';

export class Nominate {
  @reference('RD', 'Round') round!: RoundRef;
  @reference('OR', 'Organisation', { hint: 'The lead, who answers for the money' }) organisation!: OrganisationRef;
  @text('Title') title!: string;
  @source source!: FieldValue<typeof source>;
  @optional(partnersNamed) partners?: readonly PartnerNamed[];
  @optional(text('Late because', { hint: 'Only where the round takes late ones with a reason' })) lateBecause?: string;
}

export const nominate = decide(application, Nominate, {
  summary: 'Nominate an organisation’s project for a round, with its partners.',
  permission: 'application:nominate',
  begins: 'AP',
  facts: async (read, { round: into, organisation: lead, partners = [] }) => ({
    round: await read(round, into),
    entries: await read.ifAny(entries, into),
    bodies: await readBodies(read, lead, partners),
  }),
  refusals: {
    ...ownBodyRefusals,
    ...intakeRefusals,
    'is-by-application': 'Bodies apply for {name} themselves. Submit an application with its answers instead',
    ...biddingRefusals,
    ...partnerRefusals,
    ...eligibilityRefusals,
  },
  rule(_, { organisation, title, source: from, lateBecause }, { on, actsFor, ref, facts: { round: into, entries: register, bodies } }) {
    const foreign = mustActForOwnBody(actsFor, [organisation]);
    if (foreign) return foreign;
    const taken = roundMustTakeIt(into.state, organisation, lateBecause, { on, actsFor });
    if (isRefusal(taken)) return taken;
    const { name, programme, budget } = present(into.state);
    const scheme = schemeOf(into.state);
    if (actsFor !== undefined && (scheme?.terms.intake?.kind ?? 'nomination') !== 'nomination') return refuse('is-by-application', { name });
    const barred = bodyMayBid(into.state, register.state, bodies.lead);
    if (barred) return barred;
    const alike = partnersMustDiffer(bodies);
    if (alike) return alike;
    const verdicts = judgedBy(into.state, applicantOf(bodies, []));
    const ineligible = applicantMustBeEligible(verdicts);
    if (ineligible) return ineligible;

    const { lead } = bodies;
    const judged = scheme ? { termsVersion: scheme.version, ...(verdicts.length > 0 ? { verdicts } : {}) } : {};
    return [
      ApplicationNominated({
        programme, budget, organisation, organisationName: lead.name, organisationType: lead.type, title, source: from, partners: asTheyStood(bodies),
        ...(lead.region === undefined ? {} : { region: lead.region }), ...judged, ...taken,
      }),
      enter(register, toReference('AP', ref), bodies, [], verdicts),
      ...beginIntake(into),
    ];
  },
});
