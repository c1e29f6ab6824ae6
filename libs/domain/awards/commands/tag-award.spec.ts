import { gbp, toCode } from '#kernel';
import { by } from '#kernel/testing/given';
import { AwardWithdrawn } from '../award.events.js';
import { award } from '../award.js';
import { AwardTagged, AwardUntagged } from '../parties.events.js';
import { about, anAwardRecommended, anAwardSigned, firstAward, recipientName } from '../testing/index.js';
import { tagAward } from './tag-award.js';
import { untagAward } from './untag-award.js';

const officer = by('officer');
const set = toCode('category');
const tag = { award: firstAward, set, value: 'social care' };
const tagged = AwardTagged({ set, value: 'social care', recipientName });
const withdrawn = anAwardRecommended.and(award, firstAward, AwardWithdrawn({ ...about, released: gbp(0), returnedTo: 'round', reason: 'Merged', withdrawnBy: 'recipient', stage: 'recommended' }));
const isTagged = anAwardSigned.and(award, firstAward, tagged);

describe('tagging an award', () => {
  it('is refused when it came to nothing', () => withdrawn.when(tagAward, tag, officer).thenRefused('award-came-to-nothing', { stage: 'withdrawn' }));
  it('is refused when it has a tag of that set, so that no total counts it twice', () =>
    isTagged.when(tagAward, { ...tag, value: 'waste' }, officer).thenRefused('tagged-already', { set, value: 'social care' }));
  it('gives it one tag of each set', async () => {
    await anAwardSigned.when(tagAward, tag, officer).then(tagged);
    await isTagged.when(tagAward, { ...tag, set: 'cohort' }, officer).then(AwardTagged({ set: toCode('cohort'), value: 'social care', recipientName }));
  });
});

describe('taking a tag off', () => {
  it('is refused when the award came to nothing', () => withdrawn.when(untagAward, { award: firstAward, set }, officer).thenRefused('award-came-to-nothing'));
  it('is refused where there is none', () => anAwardSigned.when(untagAward, { award: firstAward, set }, officer).thenRefused('not-tagged', { set }));
  it('leaves room for another', async () => {
    const off = AwardUntagged({ set, value: 'social care', recipientName });
    await isTagged.when(untagAward, { award: firstAward, set }, officer).then(off);
    await isTagged.and(award, firstAward, off).when(tagAward, { ...tag, value: 'waste' }, officer).then(AwardTagged({ set, value: 'waste', recipientName }));
  });
});
