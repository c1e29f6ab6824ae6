import { addDays, dropped, due, toReference, workflow, workingDayFrom } from '#kernel';
import { award, lapseOffer } from '#domain/awards';

/** One offer at a time: an award is offered once, so its reference tells the duty apart. */
export const lapseUnsignedOffer = workflow('lapse-unsigned-offer', {
  version: 2,
  summary: 'An offer that is not signed by its acceptance date lapses on the first working day after, when somebody is there who sees it.',
  from: [award],
  on: {
    AgreementOffered: ({ ref, data }) => [due(ref, workingDayFrom(addDays(data.acceptBy, 1)), lapseOffer, { award: toReference('AW', ref) })],
    AgreementSigned: ({ ref }) => [dropped(ref)],
    AwardWithdrawn: ({ ref }) => [dropped(ref)],
    OfferLapsed: ({ ref }) => [dropped(ref)],
  },
});
