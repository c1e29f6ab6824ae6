import { present, refuse, type ApplicationRef, type OrganisationRef, type Refusal } from '#kernel';
import { isInvited, schemeOf, type RoundState } from '#domain/programmes';
import { waitingBidOf, type EntriesState } from '../entries.js';

export const biddingRefusals = {
  'not-invited': '{body} is not on the list of those invited to bid for {name}',
  'applied-already': '{body} has applied for {name} already: {application} waits for a decision. Send that one again, or withdraw it first',
} as const;

interface Bidder {
  readonly organisation: OrganisationRef;
  readonly name: string;
}

/** A closed list is closed, and a body has one bid at a time, also where an officer enters it. Where officers nominate, they choose whom and how often. */
export function bodyMayBid(round: RoundState, register: EntriesState, { organisation, name: body }: Bidder): Refusal<keyof typeof biddingRefusals> | undefined {
  const { name } = present(round);
  const route = schemeOf(round)?.terms.intake?.kind ?? 'nomination';
  if (route === 'nomination') return undefined;
  if (route === 'invited-bids' && !isInvited(round, organisation)) return refuse('not-invited', { body, name });
  const before: ApplicationRef | undefined = waitingBidOf(register, organisation);
  return before === undefined ? undefined : refuse('applied-already', { body, name, application: before });
}
