import type { OrganisationRef } from '#kernel';
import type { NamedBody } from '#domain/organisations';
import type { AwardState, AwardTerms, Counted } from './award-state.js';

type Parties = Pick<AwardTerms, 'recipient' | 'recipientName' | 'partners' | 'caps'>;

/** The lead or the partner that a body is counted for: itself, or the joint body that it is a member of. */
export const partyOf = ({ organisation, through }: Counted): OrganisationRef => through ?? organisation;

export const countPartners = ({ caps = [] }: Pick<AwardTerms, 'caps'>): boolean => caps.some(({ counting }) => counting === 'partners');

/** Whose caps an award counts for, before their members are looked at: its lead, and its partners where the terms count them. */
export function partiesCounted(terms: Parties): readonly NamedBody[] {
  const partners = countPartners(terms) ? terms.partners.filter(({ organisation }) => organisation !== terms.recipient) : [];
  const parties = [{ organisation: terms.recipient, name: terms.recipientName }, ...partners];
  return [...new Map(parties.map(({ organisation, name }) => [organisation, { organisation, name }])).values()];
}

/** A body with those who make it up: an award to a joint body is an award to each of its members. */
export const withMembers = (body: NamedBody, members: readonly NamedBody[]): readonly Counted[] =>
  [body, ...members.map((each) => ({ ...each, through: body.organisation }))];

/** Whom an approved award is counted for, members as they were when it was. */
export const countedOf = ({ terms, counted }: Pick<Exclude<AwardState, { readonly stage: 'absent' }>, 'terms' | 'counted'>): readonly Counted[] =>
  counted ?? partiesCounted(terms);

/** Without a lead or a partner, and without those who were counted only for being its members. */
export const countedWithout = (counted: readonly Counted[], party: OrganisationRef): readonly Counted[] => counted.filter((each) => partyOf(each) !== party);

/** With another lead in the place of one: a partner that becomes the lead is a partner no more. */
export const countedUnder = (counted: readonly Counted[], from: OrganisationRef, lead: readonly Counted[]): readonly Counted[] => [
  ...lead, ...lead.slice(0, 1).reduce((before, { organisation }) => countedWithout(before, organisation), countedWithout(counted, from)),
];
