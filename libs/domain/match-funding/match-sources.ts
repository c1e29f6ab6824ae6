import type { OrganisationRef } from '#kernel';
import type { AwardTerms } from '#domain/awards';

/** A body that may give match, as it was named when the award was recommended; undefined for everybody else. */
export function matchSource({ recipient, recipientName, partners }: AwardTerms, source: OrganisationRef): { readonly name: string } | undefined {
  if (source === recipient) return { name: recipientName };
  // The terms say councils: the cash of a private partner is no match, whatever its role in the bid.
  return partners.find((each) => each.organisation === source && each.role !== 'private-partner' && each.type !== 'company');
}
