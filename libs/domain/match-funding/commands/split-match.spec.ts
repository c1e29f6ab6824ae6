import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { amey, eastRiding, scarborough, stranger } from '#domain/applications/testing';
import { award, awardEvents } from '#domain/awards';
import { anAwardApproved, anAwardOffered, anAwardRecommended, anAwardSigned, anAwardWithAnAmount, conditioned, firstAward, signed } from '#domain/awards/testing';
import { MatchSplit } from '../match.events.js';
import { match } from '../match.js';
import { lead, partner, pledged, shown } from '../testing/index.js';
import { splitMatch } from './split-match.js';

const shares = (ofLead: string, ofPartner: string) => ({ award: firstAward, shares: [{ organisation: eastRiding, amount: ofLead }, { organisation: scarborough, amount: ofPartner }] });
const split = MatchSplit({ award: firstAward, required: gbp(1_800_000), shares: [{ ...lead, amount: gbp(1_000_000) }, { ...partner, amount: gbp(800_000) }] });
const officer = by('officer', '2012-08-01');

describe('splitting the match of a joint bid', () => {
  it('is refused before the award is approved', () =>
    anAwardRecommended.when(splitMatch, shares('£10,000.00', '£8,000.00'), officer).thenRefused('award-takes-no-match', { stage: 'recommended' }));

  it('is refused when the award has no match condition', () => anAwardApproved.when(splitMatch, shares('£10,000.00', '£8,000.00'), officer).thenRefused('no-match-is-required'));

  it('is refused once a pledge is evidenced', () =>
    shown.when(splitMatch, shares('£10,000.00', '£8,000.00'), officer).thenRefused('match-is-evidenced', { name: 'East Riding of Yorkshire Council' }));

  it('is refused when a body is named twice', () =>
    anAwardSigned
      .when(splitMatch, { award: firstAward, shares: [...shares('£10,000.00', '£4,000.00').shares, { organisation: scarborough, amount: '£4,000.00' }] }, officer)
      .thenRefused('source-is-named-twice', { source: scarborough }));

  it.each([['a private partner', amey], ['a body that is no partner', stranger]])('is refused to %s', (_, organisation) =>
    anAwardSigned
      .when(splitMatch, { award: firstAward, shares: [{ organisation: eastRiding, amount: '£10,000.00' }, { organisation, amount: '£8,000.00' }] }, officer)
      .thenRefused('source-may-not-match', { source: organisation }));

  it.each(['£7,999.99', '£8,000.01'])('is refused when the shares do not come to what is required (£10,000.00 and %s)', (amount) =>
    anAwardSigned.when(splitMatch, shares('£10,000.00', amount), officer).thenRefused('shares-do-not-sum', { required: '£18,000.00' }));

  it('says who brings how much of the signed amount', () => anAwardSigned.when(splitMatch, shares('£10,000.00', '£8,000.00'), officer).then(split));

  it.each([['agreed in negotiation', anAwardWithAnAmount], ['on offer', anAwardOffered]])('goes by the amount that is %s before it is signed', (_, history) =>
    history.when(splitMatch, shares('£10,000.00', '£8,000.00'), officer).then(split));

  it('goes by the ceiling while nothing is agreed', () =>
    anAwardApproved
      .and(award, firstAward, conditioned)
      .when(splitMatch, shares('£12,000.00', '£8,000.00'), officer)
      .then(MatchSplit({ ...split.data, required: gbp(2_000_000), shares: [{ ...lead, amount: gbp(1_200_000) }, { ...partner, amount: gbp(800_000) }] })));

  it('may be done again until evidence is recorded, whatever is pledged', () =>
    pledged
      .and(match, firstAward, split)
      .when(splitMatch, shares('£9,000.00', '£9,000.00'), officer)
      .then(MatchSplit({ ...split.data, shares: [{ ...lead, amount: gbp(900_000) }, { ...partner, amount: gbp(900_000) }] })));

  it('may be done again when another amount is agreed, even where evidence is recorded: the shares come to something else then', async () => {
    const atTheCeiling = MatchSplit({ ...split.data, required: gbp(2_000_000), shares: [{ ...lead, amount: gbp(1_200_000) }, { ...partner, amount: gbp(800_000) }] });
    await shown.and(match, firstAward, atTheCeiling).when(splitMatch, shares('£10,000.00', '£8,000.00'), officer).then(split);
    await shown.and(match, firstAward, split).when(splitMatch, shares('£9,000.00', '£9,000.00'), officer).thenRefused('match-is-evidenced');
  });

  it('goes by what the agreement requires, to the penny', () =>
    anAwardOffered
      .and(award, firstAward, awardEvents.AgreementSigned({ ...signed.data, matchRequired: gbp(3) }))
      .when(splitMatch, shares('£0.01', '£0.02'), officer)
      .then(MatchSplit({ ...split.data, required: gbp(3), shares: [{ ...lead, amount: gbp(1) }, { ...partner, amount: gbp(2) }] })));

  it('reads in the timeline with every share', () => {
    expect(MatchSplit.say(split.data)).toBe('The match of £18,000.00 was split: £10,000.00 from East Riding of Yorkshire Council, £8,000.00 from Scarborough Borough Council');
  });
});
