import { gbp, toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { limit } from '#domain/limits';
import { AwardClosed, AwardDeclined, AwardWithdrawn, OfferLapsed } from '../award.events.js';
import { award } from '../award.js';
import { about, anAwardApproved, anAwardOffered, anAwardRecommended, anAwardSigned, awardLimitRef, delegatedAuthority, firstAward, moved, reduced } from '../testing/index.js';
import { withdrawAward } from './withdraw-award.js';

const officer = by('officer', '2012-11-25');
const withdraw = { award: firstAward, reason: 'The council merged', withdrawnBy: 'recipient' };
const withdrawn = (stage: 'recommended' | 'approved' | 'offered' | 'agreed', pence: number) =>
  AwardWithdrawn({ ...about, released: gbp(pence), returnedTo: 'round', reason: 'The council merged', withdrawnBy: 'recipient', stage });
const back = (bucket: string, pence: number) => [reduced(bucket, pence, 'AW-2012-001 withdrawn'), moved('approved', 'allocated', pence, 'AW-2012-001 withdrawn')];
const underWay = anAwardSigned.and(limit, awardLimitRef, moved('agreed', 'authorised', 500_000, 'PY-2012-001'));
const paid = underWay.and(limit, awardLimitRef, moved('authorised', 'spent', 500_000, 'PY-2012-001'));
const closed = AwardClosed({ ...about, released: gbp(1_300_000), returnedTo: 'round' });

describe('withdrawing an award', () => {
  it.each([
    ['declined', anAwardRecommended, AwardDeclined({ ...about, ...delegatedAuthority, reason: 'No saving' })],
    ['lapsed', anAwardOffered, OfferLapsed({ ...about, released: gbp(2_000_000), returnedTo: 'round', acceptBy: toDate('2012-07-31') })],
    ['withdrawn', anAwardRecommended, withdrawn('recommended', 0)],
    ['closed', paid, closed],
  ] as const)('is refused when it is %s', (stage, history, event) =>
    history.and(award, firstAward, event).when(withdrawAward, withdraw, officer).thenRefused('award-has-ended', { stage }));

  it('is refused while a payment is under way', () => underWay.when(withdrawAward, withdraw, officer).thenRefused('payment-is-under-way', { amount: '£5,000.00' }));

  it('before approval gives nothing back', () => anAwardRecommended.when(withdrawAward, withdraw, officer).then(withdrawn('recommended', 0)));

  it.each([['approved', anAwardApproved], ['offered', anAwardOffered]] as const)('while %s gives the ceiling back, and the authority that was used for it', (stage, history) =>
    history
      .when(withdrawAward, withdraw, officer)
      .then(
        withdrawn(stage, 2_000_000),
        ...back('approved', 2_000_000),
        reduced('approved', 2_000_000, 'AW-2012-001 withdrawn'),
        moved('used', 'left', 2_000_000, 'AW-2012-001 withdrawn'),
      ));

  it('after signing gives back what was not paid, and no authority', () =>
    paid.when(withdrawAward, withdraw, officer).then(withdrawn('agreed', 1_300_000), ...back('agreed', 1_300_000)));

  it('reads in the timeline with who withdrew it, when and why', () => {
    expect(AwardWithdrawn.say(withdrawn('offered', 2_000_000).data)).toBe(
      'The award to East Riding of Yorkshire Council was withdrawn by the recipient while offered: The council merged; £20,000.00 went back to the round',
    );
  });
});
