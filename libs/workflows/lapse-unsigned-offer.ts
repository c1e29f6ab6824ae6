import { addDays, dropped, due, toReference, workflow } from '#kernel';
import { award, lapseOffer } from '#domain/awards';

/** One offer at a time: an award is offered once, so its reference tells the duty apart. */
export const lapseUnsignedOffer = workflow('lapse-unsigned-offer', {
  version: 1,
  summary: 'An offer that is not signed by its acceptance date lapses the day after.',
  from: [award],
  on: {
    AgreementOffered: ({ ref, data }) => [due(ref, addDays(data.acceptBy, 1), lapseOffer, { award: toReference('AW', ref) })],
    AgreementSigned: ({ ref }) => [dropped(ref)],
    AwardWithdrawn: ({ ref }) => [dropped(ref)],
    OfferLapsed: ({ ref }) => [dropped(ref)],
  },
});
