import { gbp, nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about, anAwardRecommended, anAwardSigned, firstAward } from '#domain/awards/testing';
import { MatchReleased } from '../match.events.js';
import { match } from '../match.js';
import { partner, pledged, shown, verified } from '../testing/index.js';
import { releaseMatch } from './release-match.js';

const release = { award: firstAward };
const system = by('system', '2012-12-01');
const withdrawn = awardEvents.AwardWithdrawn({ ...about, released: gbp(1_800_000), returnedTo: 'round', reason: 'The council merged', withdrawnBy: 'recipient', stage: 'agreed' });
const released = MatchReleased({ award: firstAward, unmet: gbp(600_000), pledges: [{ ...partner, amount: gbp(800_000) }] });
const ended = shown.and(match, firstAward, verified).and(award, firstAward, withdrawn);

describe('releasing match', () => {
  it('is refused while the award is running', () => pledged.when(releaseMatch, release, system).thenRefused('award-has-not-ended', { stage: 'agreed' }));

  it('is refused when nothing was required or pledged', () =>
    anAwardRecommended
      .and(award, firstAward, awardEvents.AwardWithdrawn({ ...withdrawn.data, released: nil, stage: 'recommended' }))
      .when(releaseMatch, release, system)
      .thenRefused('nothing-is-outstanding'));

  it('is refused the second time', () => ended.and(match, firstAward, released).when(releaseMatch, release, system).thenRefused('nothing-is-outstanding'));

  it('lets go of what was still missing and of pledges that nobody has shown', () => ended.when(releaseMatch, release, system).then(released));

  it('lets go of the whole requirement when nobody ever pledged', () =>
    anAwardSigned.and(award, firstAward, withdrawn).when(releaseMatch, release, system).then(MatchReleased({ award: firstAward, unmet: gbp(1_800_000), pledges: [] })));

  it('reads in the timeline with the pledges that fall away', () => {
    expect(MatchReleased.say(released.data)).toBe('£6,000.00 of match is no longer required; pledges that fall away: £8,000.00 of Scarborough Borough Council');
  });
});
