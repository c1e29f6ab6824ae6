import type { OrganisationRef } from '#kernel';
import type { AwardTerms, MatchCondition } from '#domain/awards';
import { isPublicBody } from '#domain/organisations';
import type { MatchFrom } from '#domain/programmes';

export const sourceRefusals = { 'source-may-not-match': 'Match may come from {recipient} or {partner} of the award, not from {source}' } as const;

const partner: Readonly<Record<MatchFrom, string>> = { 'public-bodies': 'a public partner', 'any-partner': 'a partner' };
/** Whom the refusal names as those who may give match. */
export const whoMayMatch = ({ recipientName }: AwardTerms, { from }: MatchCondition) => ({ recipient: recipientName, partner: partner[from] });

/** A body that may give match, as it was named when the award was recommended; undefined for everybody else. */
export function matchSource({ recipient, recipientName, partners }: AwardTerms, { from }: MatchCondition, source: OrganisationRef): { readonly name: string } | undefined {
  if (source === recipient) return { name: recipientName };
  // Where the terms say public bodies, the cash of a private partner is no match, whatever its role in the bid.
  return partners.find((each) => each.organisation === source && (from === 'any-partner' || (each.role !== 'private-partner' && isPublicBody(each.type))));
}
