import { decide, list, optional, present, reference, refuse, text, toReference, type DataOf, type FieldValue, type OrganisationRef, type RoundRef } from '#kernel';
import { mustActForOwnBody, organisation, ownBodyRefusals } from '#domain/organisations';
import { round } from '#domain/programmes';
import { ApplicationNominated } from '../application.events.js';
import { application } from '../application.js';
import { ApplicationEntered } from '../entries.events.js';
import { entries } from '../entries.js';
import { partnerRole } from '../partners.js';
import { source } from '../source.js';

const partner = { organisation: reference('OR', 'Organisation'), role: partnerRole };

export class Nominate {
  @reference('RD', 'Round') round!: RoundRef;
  @reference('OR', 'Organisation', { hint: 'The lead, who answers for the money' }) organisation!: OrganisationRef;
  @text('Title') title!: string;
  @source source!: FieldValue<typeof source>;
  @optional(list('Partners', partner, '{organisation} ({role})')) partners?: readonly DataOf<typeof partner>[];
}

export const nominate = decide(application, Nominate, {
  summary: 'Nominate an organisation’s project for a round, with its partners.',
  permission: 'application:nominate',
  begins: 'AP',
  facts: async (read, { round: into, organisation: lead, partners = [] }) => ({
    round: await read(round, into),
    entries: await read.ifAny(entries, into),
    lead: await read(organisation, lead),
    partners: await Promise.all(partners.map(async (each) => ({ ...present((await read(organisation, each.organisation)).state), ...each }))),
  }),
  refusals: {
    ...ownBodyRefusals,
    'round-is-closed': 'The round {name} is closed, so it takes no more applications',
    'partner-is-the-lead': '{name} leads this application, so it cannot be a partner too',
    'partner-is-named-twice': '{name} is named twice among the partners. Give each partner one role',
  },
  rule(_, { organisation: lead, title, source: from }, { actsFor, ref, facts: { round: into, entries: entered, lead: leader, partners } }) {
    const foreign = mustActForOwnBody(actsFor, [lead]);
    if (foreign) return foreign;
    const { stage, name, programme, budget } = present(into.state);
    if (stage === 'closed') return refuse('round-is-closed', { name });
    const applicant = present(leader.state);
    if (partners.some((each) => each.organisation === lead)) return refuse('partner-is-the-lead', { name: applicant.name });
    const repeated = partners.find((each, i) => partners.some((other, j) => j < i && other.organisation === each.organisation));
    if (repeated) return refuse('partner-is-named-twice', { name: repeated.name });

    return [
      ApplicationNominated({
        programme,
        budget,
        organisation: lead,
        organisationName: applicant.name,
        organisationType: applicant.type,
        title,
        source: from,
        partners: partners.map(({ organisation: of, name: called, type, role }) => ({ organisation: of, name: called, type, role })),
      }),
      entered.append(ApplicationEntered({ round: budget.round, application: toReference('AP', ref), organisation: lead, organisationName: applicant.name })),
    ];
  },
});
