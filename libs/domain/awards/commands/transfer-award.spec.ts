import { gbp, nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { amey, eastRiding, scarborough, stranger } from '#domain/applications/testing';
import { limit } from '#domain/limits';
import { organisation, organisationEvents } from '#domain/organisations';
import { budget, spring } from '#domain/programmes/testing';
import { AwardClosed } from '../award.events.js';
import { award } from '../award.js';
import { LeadTransferred } from '../parties.events.js';
import { about, anAwardRecommended, anAwardSigned, awardLimitRef, firstAward, linkedLimitRef, moved, recommended, reduced } from '../testing/index.js';
import { awardsOf, capped, caps, moneyOf, openedAt, raisedAt, reducedAt, signedUnder } from '../testing/under-terms/index.js';
import { transferAward } from './transfer-award.js';

const manager = by('manager', '2012-06-15');
const transfer = { award: firstAward, to: stranger, reason: 'Manchester leads from now on' };
const because = 'AW-2012-001 went to Manchester City Council';
const withManchester = (before: typeof anAwardSigned) => before.and(organisation, stranger, organisationEvents.OrganisationRegistered({ name: 'Manchester City Council', type: 'metropolitan' }));
const signed = withManchester(anAwardSigned);
const transferred = (agreed: number, spent = 0) =>
  LeadTransferred({
    from: eastRiding, fromName: about.recipientName, recipient: stranger, recipientName: 'Manchester City Council', budget,
    approved: nil, agreed: gbp(agreed), authorised: nil, spent: gbp(spent), reason: transfer.reason,
  });
const at = { ref: firstAward, version: 1, on: manager.on, by: manager.actor };
const counted = capped(eastRiding, 'COUNT', 1);
const underCaps = withManchester(signedUnder({ caps })).and(limit, awardsOf(eastRiding), counted).and(limit, awardsOf(scarborough), counted).and(limit, awardsOf(amey), counted).and(limit, moneyOf(eastRiding), capped(eastRiding, 'GBP', 2_000_000));

describe('handing an award on', () => {
  it('is refused once it has ended', () =>
    signed.and(award, firstAward, AwardClosed({ ...about, released: nil, returnedTo: 'round' })).when(transferAward, transfer, manager).thenRefused('award-has-ended', { stage: 'closed' }));

  it('is refused to the body that answers for it already, as on the day after', async () => {
    await signed.when(transferAward, { ...transfer, to: eastRiding }, manager).thenRefused('is-the-lead-already', { name: about.recipientName });
    await signed.and(award, firstAward, transferred(1_800_000)).when(transferAward, transfer, manager).thenRefused('is-the-lead-already', { name: 'Manchester City Council' });
  });

  it('is refused while a payment is under way', () =>
    signed.and(limit, awardLimitRef, moved('agreed', 'authorised', 900_000, 'PY-2012-001')).when(transferAward, transfer, manager).thenRefused('payment-is-under-way'));

  it('is refused to a body at its cap', () =>
    underCaps.and(limit, awardsOf(stranger), capped(stranger, 'COUNT', 1)).when(transferAward, transfer, manager).thenRefused('body-is-at-its-cap', { name: 'Manchester City Council' }));

  it('is refused to a body that would have more of the round than one body may, all its awards together', () =>
    withManchester(signedUnder({ terms: { kind: 'ceiling-per-body', upTo: gbp(2_500_000) } }))
      .and(limit, `linked.${spring}.${stranger}`, openedAt(`awards to ${stranger} in round ${spring}`, 'GBP', 'approved', 500_001))
      .when(transferAward, transfer, manager)
      .thenRefused('over-body-ceiling', { recipient: 'Manchester City Council', counted: '£5,000.01', needed: '£20,000.00' }));

  it('needs a body that exists', () => anAwardSigned.when(transferAward, transfer, manager).thenNotFound());

  it('takes what the award came to with it, paid or not, and what counts in the round', () =>
    signed
      .and(limit, awardLimitRef, moved('agreed', 'authorised', 900_000, 'PY-2012-001'), moved('authorised', 'spent', 900_000, 'PY-2012-001'))
      .when(transferAward, transfer, manager)
      .then(transferred(900_000, 900_000), reduced('approved', 1_800_000, because), openedAt(`awards to ${stranger} in round ${spring}`, 'GBP', 'approved', 1_800_000)));

  it('counts for the caps of whoever takes it on, and no more for whoever hands it on', () =>
    underCaps
      .when(transferAward, transfer, manager)
      .then(
        transferred(2_000_000), reduced('approved', 2_000_000, because), openedAt(`awards to ${stranger} in round ${spring}`, 'GBP', 'approved', 2_000_000),
        reducedAt('COUNT', 'counted', 1, because), reducedAt('GBP', 'counted', 2_000_000, because), capped(stranger, 'COUNT', 1), capped(stranger, 'GBP', 2_000_000),
      ));

  it('a partner that takes it on is counted once: it is no partner any more', async () => {
    const toPartner = { ...transfer, to: scarborough };
    const name = 'Scarborough Borough Council';
    const why = `AW-2012-001 went to ${name}`;
    const handed = LeadTransferred({ ...transferred(2_000_000).data, recipient: scarborough, recipientName: name });
    await underCaps
      .when(transferAward, toPartner, manager)
      .then(
        handed, reduced('approved', 2_000_000, why), openedAt(`awards to ${scarborough} in round ${spring}`, 'GBP', 'approved', 2_000_000),
        reducedAt('COUNT', 'counted', 1, why), reducedAt('GBP', 'counted', 2_000_000, why), capped(scarborough, 'GBP', 2_000_000),
      );
    const after = award.evolve(award.evolve(award.initial, recommended, at), handed, at);
    expect(after).toMatchObject({ terms: { recipient: scarborough, partners: [{ organisation: amey }] } });
  });

  it('before approval nothing is counted yet', () => withManchester(anAwardRecommended).when(transferAward, transfer, manager).then(transferred(0)));

  it('adds to what the other body has in the round', () =>
    signed
      .and(limit, `linked.${spring}.${stranger}`, openedAt('others', 'GBP', 'approved', 100))
      .and(limit, linkedLimitRef, reduced('approved', 1_799_999, 'before these limits'))
      .when(transferAward, transfer, manager)
      .then(transferred(1_800_000), reduced('approved', 1, because), raisedAt('GBP', 'approved', 1, because)));
});
