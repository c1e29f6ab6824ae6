import { by, givenNothing } from '#kernel/testing/given';
import { FundingOffered } from '../funding.events.js';
import { aProgrammeAndBodies, offered, opened } from '../testing/index.js';
import { offerFunding } from './offer-funding.js';

const { funding: _, funderName: __, ...offer } = offered.data;
const manager = by('manager');

describe('an outside funder’s offer', () => {
  it('is refused when it would end before it begins', () =>
    aProgrammeAndBodies.when(offerFunding, { ...offer, until: '2012-05-31' }, manager).thenRefused('dates-run-backwards', { from: '1 June 2012', until: '31 May 2012' }));

  it('keeps the funder’s name, and opens what may be claimed', () => aProgrammeAndBodies.when(offerFunding, offer, manager).then(offered, opened));

  it('may be of money that is left of a closed initiative', async () => {
    const unspent = { ...offer, qualifier: 'about', heldBy: 'funder', unspentOf: 'the research initiative' } as const;
    const event = FundingOffered({ ...offered.data, ...unspent });
    await aProgrammeAndBodies.when(offerFunding, unspent, manager).then(event, opened);
    expect(FundingOffered.say(event.data)).toBe(
      'Research Council offered about £9,000.00 for a guide to research (FUTURE), from 1 June 2012 until 31 May 2013, unspent money of the research initiative; it is held by the funder, who spends it',
    );
  });

  it('needs a programme and a funder that exist', async () => {
    await givenNothing().when(offerFunding, offer, manager).thenNotFound();
    await aProgrammeAndBodies.when(offerFunding, { ...offer, funder: 'OR-2012-099' }, manager).thenNotFound();
  });
});
