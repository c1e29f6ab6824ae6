import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { amey, eastRiding, scarborough, stranger } from '#domain/applications/testing';
import { award, awardEvents } from '#domain/awards';
import { about, anAwardApproved, anAwardRecommended, anAwardSigned, anAwardWithAnAmount, firstAward, recipientName } from '#domain/awards/testing';
import { MatchPledged } from '../match.events.js';
import { lead, partner } from '../testing/index.js';
import { pledgeMatch } from './pledge-match.js';

const pledge = { award: firstAward, source: eastRiding, amount: '£12,000.00' };
const pledged = MatchPledged({ award: firstAward, ...lead, amount: gbp(1_200_000) });
const officer = by('officer', '2012-08-01');

describe('pledging match', () => {
  it('is refused before the award is approved', () => anAwardRecommended.when(pledgeMatch, pledge, officer).thenRefused('award-takes-no-match', { stage: 'recommended' }));

  it('is refused after the award has ended', () =>
    anAwardSigned
      .and(award, firstAward, awardEvents.AwardClosed({ ...about, released: gbp(1_800_000), returnedTo: 'round' }))
      .when(pledgeMatch, pledge, officer)
      .thenRefused('award-takes-no-match', { stage: 'closed' }));

  it('is refused to a body that neither leads the award nor gives the money', async () => {
    await anAwardWithAnAmount.when(pledgeMatch, pledge, { ...officer, actsFor: stranger }).thenRefused('acts-for-another-body', { actsFor: stranger });
    await anAwardWithAnAmount.when(pledgeMatch, pledge, { ...officer, actsFor: scarborough }).thenRefused('acts-for-another-body', { actsFor: scarborough });
    await anAwardWithAnAmount.when(pledgeMatch, pledge, { ...officer, actsFor: pledge.source }).then(pledged);
  });

  it('is refused when the award has no match condition', () => anAwardApproved.when(pledgeMatch, pledge, officer).thenRefused('no-match-is-required'));

  it.each([['a private partner', amey], ['a body that is no partner', stranger]])('is refused from %s', (_, source) =>
    anAwardSigned.when(pledgeMatch, { ...pledge, source }, officer).thenRefused('source-may-not-match', { source }));

  it('is possible for a private partner where the terms let any partner match', () =>
    anAwardWithAnAmount
      .and(award, firstAward, awardEvents.MatchConditionSet({ ratio: 100, payableBeforeVerified: 50, recipientName, from: 'any-partner' }))
      .when(pledgeMatch, { ...pledge, source: amey }, officer)
      .then(MatchPledged({ award: firstAward, source: amey, sourceName: 'Amey', amount: gbp(1_200_000) })));

  it('is refused from a body that is no partner, whatever partners may match', () =>
    anAwardWithAnAmount
      .and(award, firstAward, awardEvents.MatchConditionSet({ ratio: 100, payableBeforeVerified: 50, recipientName, from: 'any-partner' }))
      .when(pledgeMatch, { ...pledge, source: stranger }, officer)
      .thenRefused('source-may-not-match', { partner: 'a partner' }));

  it('is possible as soon as the condition is set', () => anAwardWithAnAmount.when(pledgeMatch, pledge, officer).then(pledged));

  it('is possible for the recipient', () => anAwardSigned.when(pledgeMatch, pledge, officer).then(pledged));

  it('is possible for a public partner', () =>
    anAwardSigned
      .when(pledgeMatch, { ...pledge, source: scarborough, amount: '£8,000.00' }, officer)
      .then(MatchPledged({ award: firstAward, ...partner, amount: gbp(800_000) })));
});
