import { decide, due, dropped, event, refuse, stream, text, workflow, type IsoDate } from '#kernel';

/** The smallest domain in which something falls due: an offer that lapses on a day, unless it is signed before. */
const Offered = event('Offered', { fields: { until: text('Until') }, sentence: 'Offered until {until}' });
const Signed = event('Signed', { fields: {}, sentence: 'Signed' });
const Lapsed = event('Lapsed', { fields: {}, sentence: 'Lapsed' });

export const offer = stream('offer', { events: { Offered, Signed, Lapsed }, initial: { open: false } }).evolvedBy({
  Offered: () => ({ open: true }), Signed: () => ({ open: false }), Lapsed: () => ({ open: false }),
});
class MakeOffer {
  @text('Offer') offer!: string;
  @text('Until') until!: string;
}
class EndOffer {
  @text('Offer') offer!: string;
}

export const make = decide(offer, MakeOffer, { summary: 'Offer.', permission: 'agreement:offer', ref: (input) => input.offer, begins: 'named', refusals: {}, rule: (_, { until }) => [Offered({ until })] });
export const sign = decide(offer, EndOffer, { summary: 'Sign.', permission: 'agreement:sign', ref: (input) => input.offer, refusals: {}, rule: () => [Signed({})] });
export const lapse = decide(offer, EndOffer, {
  summary: 'Lapse.', permission: 'agreement:lapse', ref: (input) => input.offer,
  refusals: { 'offer-is-not-open': 'This offer is not open' },
  rule: ({ open }) => (open ? [Lapsed({})] : refuse('offer-is-not-open')),
});

export const lapseUnsigned = workflow('lapse-unsigned', {
  version: 1, summary: 'Lapse what nobody signed.', from: [offer],
  on: { Offered: ({ ref, data }) => [due(ref, data.until as IsoDate, lapse, { offer: ref })], Signed: ({ ref }) => [dropped(ref)] },
});
