import type { OrganisationRef, Refusal } from '#kernel';
import type { AwardTerms } from '#domain/awards';
import { mustActForOwnBody } from '#domain/organisations';

/** The recipient promises and shows match for every body of its award; a partner does so for its own. */
export const mustActForTheAward = (actsFor: OrganisationRef | undefined, { recipient }: AwardTerms, source: OrganisationRef): Refusal<'acts-for-another-body'> | undefined =>
  mustActForOwnBody(actsFor, [recipient, source]);
