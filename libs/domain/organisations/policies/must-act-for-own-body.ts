import { refuse, type OrganisationRef, type Refusal } from '#kernel';

export const ownBodyRefusals = {
  'acts-for-another-body': 'You act for {actsFor}, and this is for another body to do. Ask somebody who acts for it',
} as const;

/**
 * Whoever acts for one organisation, as a recipient does, acts for no other. A command that a recipient may run spreads
 * `ownBodyRefusals` into its refusals and asks this first, with the bodies whose part it is: `mustActForOwnBody(actsFor, [lead])`.
 */
export const mustActForOwnBody = (actsFor: OrganisationRef | undefined, bodies: readonly OrganisationRef[]): Refusal<'acts-for-another-body'> | undefined =>
  actsFor === undefined || bodies.includes(actsFor) ? undefined : refuse('acts-for-another-body', { actsFor });
