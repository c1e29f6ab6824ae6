import { gbp, toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { OfferLapsed } from '../award.events.js';
import { about, anAwardOffered, anAwardSigned, firstAward, moved, reduced } from '../testing/index.js';
import { lapseOffer } from './lapse-offer.js';

const because = 'the offer of AW-2012-001 lapsed';

describe('letting an offer lapse', () => {
  it('is refused once it is signed', () =>
    anAwardSigned.when(lapseOffer, { award: firstAward }, by('system', '2012-08-01')).thenRefused('agreement-is-not-offered', { stage: 'agreed' }));

  it('is refused on the last day on which it may be signed', () =>
    anAwardOffered.when(lapseOffer, { award: firstAward }, by('system', '2012-07-31')).thenRefused('acceptance-date-is-not-past', { acceptBy: '31 July 2012' }));

  it('gives the whole ceiling back the day after, and the authority that was used for it', () =>
    anAwardOffered
      .when(lapseOffer, { award: firstAward }, by('system', '2012-08-01'))
      .then(
        OfferLapsed({ ...about, released: gbp(2_000_000), returnedTo: 'round', acceptBy: toDate('2012-07-31') }),
        reduced('approved', 2_000_000, because),
        moved('approved', 'allocated', 2_000_000, because),
        reduced('approved', 2_000_000, because),
        moved('used', 'left', 2_000_000, because),
      ));
});
