import { nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { amey, eastRiding, stranger } from '#domain/applications/testing';
import { limit } from '#domain/limits';
import { organisation, organisationEvents } from '#domain/organisations';
import { AwardClosed } from '../award.events.js';
import { award } from '../award.js';
import { PartnerAdded, PartnerLeft } from '../parties.events.js';
import { about, anAwardSigned, firstAward, recipientName } from '../testing/index.js';
import { awardsOf, capped, caps, raisedAt, recommendedUnder, reducedAt, signedUnder } from '../testing/under-terms/index.js';
import { addPartner } from './add-partner.js';
import { removePartner } from './remove-partner.js';

const manager = by('manager', '2012-09-01');
const selby = { award: firstAward, organisation: stranger, role: 'joint-applicant', reason: 'Selby joins in' };
const withSelby = (before: typeof anAwardSigned) => before.and(organisation, stranger, organisationEvents.OrganisationRegistered({ name: 'Selby District Council', type: 'district' }));
const joined = PartnerAdded({ organisation: stranger, name: 'Selby District Council', type: 'district', role: 'joint-applicant', recipientName, reason: selby.reason });
const closed = AwardClosed({ ...about, released: nil, returnedTo: 'round' });
const underCaps = withSelby(signedUnder({ caps }));

describe('adding a partner', () => {
  it('is refused once the award has ended', () => withSelby(anAwardSigned).and(award, firstAward, closed).when(addPartner, selby, manager).thenRefused('award-has-ended'));
  it('is refused for the lead itself', () => anAwardSigned.when(addPartner, { ...selby, organisation: eastRiding }, manager).thenRefused('partner-is-the-lead', { name: recipientName }));
  it('is refused for a partner that is there', () => anAwardSigned.when(addPartner, { ...selby, organisation: amey }, manager).thenRefused('partner-is-named-twice', { name: 'Amey' }));
  it('is refused for a body at its cap, where partners count', () =>
    underCaps.and(limit, awardsOf(stranger), capped(stranger, 'COUNT', 1)).when(addPartner, selby, manager).thenRefused('body-is-at-its-cap', { name: 'Selby District Council' }));
  it('names it with its type as it stands', () => withSelby(anAwardSigned).when(addPartner, selby, manager).then(joined));
  it('counts the award for it, where partners count', () => underCaps.when(addPartner, selby, manager).then(joined, capped(stranger, 'COUNT', 1)));
  it('counts nothing before the award is approved', () => withSelby(recommendedUnder({ caps })).when(addPartner, selby, manager).then(joined));
  it('adds to what it has', () =>
    withSelby(signedUnder({ caps: [{ ...caps[0], most: 2 }] })).and(limit, awardsOf(stranger), capped(stranger, 'COUNT', 1)).when(addPartner, selby, manager).then(joined, raisedAt('COUNT', 'counted', 1, 'a partner of AW-2012-001')));
});

describe('a partner that leaves', () => {
  const leave = { award: firstAward, organisation: amey, reason: 'Amey’s contract ended' };
  const left = PartnerLeft({ organisation: amey, name: 'Amey', recipientName, reason: leave.reason });
  it('cannot leave an award that has ended', () => anAwardSigned.and(award, firstAward, closed).when(removePartner, leave, manager).thenRefused('award-has-ended'));
  it('cannot leave what it is no partner of', () => anAwardSigned.when(removePartner, { ...leave, organisation: stranger }, manager).thenRefused('not-a-partner', { organisation: stranger }));
  it('leaves, once', async () => {
    await anAwardSigned.when(removePartner, leave, manager).then(left);
    await anAwardSigned.and(award, firstAward, left).when(removePartner, leave, manager).thenRefused('not-a-partner');
  });
  it('has the award counted for it no more', () =>
    signedUnder({ caps }).and(limit, awardsOf(amey), capped(amey, 'COUNT', 1)).when(removePartner, leave, manager).then(left, reducedAt('COUNT', 'counted', 1, 'left AW-2012-001')));
});
