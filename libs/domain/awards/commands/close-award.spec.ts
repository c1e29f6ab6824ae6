import { gbp, nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { limit } from '#domain/limits';
import { AwardClosed } from '../award.events.js';
import { about, anAwardOffered, anAwardSigned, awardLimitRef, firstAward, moved, reduced } from '../testing/index.js';
import { closeAward } from './close-award.js';

const officer = by('officer', '2014-07-31');
const underWay = anAwardSigned.and(limit, awardLimitRef, moved('agreed', 'authorised', 500_000, 'PY-2012-001'));
const paid = underWay.and(limit, awardLimitRef, moved('authorised', 'spent', 500_000, 'PY-2012-001'));
const closed = AwardClosed({ ...about, released: gbp(1_300_000), returnedTo: 'round' });

describe('closing an award', () => {
  it('is refused before an agreement is signed', () =>
    anAwardOffered.when(closeAward, { award: firstAward }, officer).thenRefused('award-is-not-agreed', { stage: 'offered' }));

  it('is refused while a payment is under way', () => underWay.when(closeAward, { award: firstAward }, officer).thenRefused('payment-is-under-way', { amount: '£5,000.00' }));

  it('gives back what was never drawn', () =>
    paid.when(closeAward, { award: firstAward }, officer).then(closed, reduced('agreed', 1_300_000, 'AW-2012-001 closed'), moved('approved', 'allocated', 1_300_000, 'AW-2012-001 closed')));

  it('gives nothing back when everything was paid', () =>
    anAwardSigned
      .and(limit, awardLimitRef, moved('agreed', 'authorised', 1_800_000, 'PY-2012-001'), moved('authorised', 'spent', 1_800_000, 'PY-2012-001'))
      .when(closeAward, { award: firstAward }, officer)
      .then(AwardClosed({ ...about, released: nil, returnedTo: 'round' })));
});
