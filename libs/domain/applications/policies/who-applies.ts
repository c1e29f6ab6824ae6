import { present, refuse, type OrganisationRef, type ReadFact, type Refusal } from '#kernel';
import { organisation } from '#domain/organisations';
import type { Facts } from '../cited-answers.js';
import type { Applicant } from '../eligibility.js';
import type { Partner, PartnerNamed } from '../partners.js';

/** The lead and its partners as they are today. */
export async function readBodies(read: ReadFact, lead: OrganisationRef, partners: readonly PartnerNamed[]) {
  const asToday = async (ref: OrganisationRef) => ({ ...present((await read(organisation, ref)).state), organisation: ref });
  return { lead: await asToday(lead), partners: await Promise.all(partners.map(async (each) => ({ ...(await asToday(each.organisation)), role: each.role }))) };
}
export type Bodies = Awaited<ReturnType<typeof readBodies>>;

export const partnerRefusals = {
  'partner-is-the-lead': '{name} leads this application, so it cannot be a partner too',
  'partner-is-named-twice': '{name} is named twice among the partners. Give each partner one role',
} as const;

export function partnersMustDiffer({ lead, partners }: Bodies): Refusal<keyof typeof partnerRefusals> | undefined {
  if (partners.some((each) => each.organisation === lead.organisation)) return refuse('partner-is-the-lead', { name: lead.name });
  const repeated = partners.find((each, i) => partners.some((other, j) => j < i && other.organisation === each.organisation));
  return repeated ? refuse('partner-is-named-twice', { name: repeated.name }) : undefined;
}

export const asTheyStood = ({ partners }: Bodies): readonly Partner[] => partners.map(({ organisation: of, name, type, role }) => ({ organisation: of, name, type, role }));

/** Bodies that an application speaks for: a joint body counts as those who make it up, and none is counted twice. */
export const bodiesIn = ({ lead, partners }: Bodies): number =>
  new Set([lead, ...partners].flatMap((each) => (each.members.length > 0 ? each.members.map((member) => member.organisation) : [each.organisation]))).size;

/** What rules look at, of bodies as they are today. */
export const applicantOf = ({ lead, partners }: Bodies, facts: Facts): Applicant => ({
  organisationType: lead.type,
  region: lead.region,
  registers: [...new Set(lead.identifiers.map(({ register }) => register))],
  partnerRoles: partners.map(({ role }) => role),
  facts,
});
