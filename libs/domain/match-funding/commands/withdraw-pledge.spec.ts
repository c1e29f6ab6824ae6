import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { eastRiding, scarborough, stranger } from '#domain/applications/testing';
import { firstAward } from '#domain/awards/testing';
import { MatchPledged, PledgeWithdrawn } from '../match.events.js';
import { match } from '../match.js';
import { lead, partner, shown } from '../testing/index.js';
import { withdrawPledge } from './withdraw-pledge.js';

const withdraw = { award: firstAward, source: scarborough, reason: 'Budget cut' };

describe('withdrawing a pledge', () => {
  it('is refused to a recipient that is neither the lead nor a partner of the award', async () => {
    await shown.when(withdrawPledge, withdraw, { ...by('officer'), actsFor: stranger }).thenRefused('acts-for-another-body', { actsFor: stranger });
    await shown.when(withdrawPledge, withdraw, { ...by('officer'), actsFor: eastRiding }).then(PledgeWithdrawn({ award: firstAward, ...partner, amount: gbp(800_000), reason: 'Budget cut' }));
  });

  it('is refused when all of it is shown', () => shown.when(withdrawPledge, { ...withdraw, source: eastRiding }, by('officer')).thenRefused('nothing-is-outstanding'));

  it('is refused to a source that never pledged', () => shown.when(withdrawPledge, { ...withdraw, source: stranger }, by('officer')).thenRefused('nothing-is-outstanding'));

  it('takes back a pledge of which nothing is shown', () =>
    shown.when(withdrawPledge, withdraw, by('officer')).then(PledgeWithdrawn({ award: firstAward, ...partner, amount: gbp(800_000), reason: 'Budget cut' })));

  it('keeps what is shown and takes back the rest', () =>
    shown
      .and(match, firstAward, MatchPledged({ award: firstAward, ...lead, amount: gbp(1) }))
      .when(withdrawPledge, { ...withdraw, source: eastRiding }, by('officer'))
      .then(PledgeWithdrawn({ award: firstAward, ...lead, amount: gbp(1), reason: 'Budget cut' })));
});
