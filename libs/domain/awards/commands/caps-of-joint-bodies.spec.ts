import { gbp, nil, toReference, type OrganisationRef } from '#kernel';
import { by } from '#kernel/testing/given';
import { eastRiding, scarborough, stranger } from '#domain/applications/testing';
import { limit } from '#domain/limits';
import { organisation, organisationEvents } from '#domain/organisations';
import { budget, spring } from '#domain/programmes/testing';
import { AwardApproved, AwardWithdrawn } from '../award.events.js';
import { award } from '../award.js';
import { LeadTransferred, PartnerAdded, PartnerLeft } from '../parties.events.js';
import { about, approved, firstAward, linked, moved, opened, recommended, reduced } from '../testing/index.js';
import { approvedUnder, awardsOf, capped, openedAt, recommendedUnder, reducedAt } from '../testing/under-terms/index.js';
import { addPartner } from './add-partner.js';
import { approveAward } from './approve-award.js';
import { removePartner } from './remove-partner.js';
import { transferAward } from './transfer-award.js';
import { withdrawAward } from './withdraw-award.js';

const lead = about.recipientName;
const [whitby, filey, coast] = ['071', '072', '073'].map((number) => toReference('OR', `OR-2012-${number}`)) as [OrganisationRef, OrganisationRef, OrganisationRef];
const member = (of: OrganisationRef, name: string) => ({ organisation: of, name });
const joint = (name: string, ...members: ReturnType<typeof member>[]) =>
  [organisationEvents.OrganisationRegistered({ name, type: 'joint-body' }), organisationEvents.MembersNamed({ name, members })] as const;
const once = [{ kind: 'awards', most: 1, within: 'programme', counting: 'partners' }] as const;
const leadsOnly = [{ ...once[0], counting: 'lead' }] as const;

/** East Riding is a joint body of Whitby and of the Coast Board, which is one of Filey and Scarborough. Scarborough is a partner besides. */
const joined = (before: ReturnType<typeof recommendedUnder>) =>
  before
    .and(organisation, eastRiding, ...joint(lead, member(whitby, 'Whitby'), member(coast, 'Coast Board')))
    .and(organisation, coast, ...joint('Coast Board', member(filey, 'Filey'), member(scarborough, 'Scarborough')));
const partners = recommended.data.partners.filter((each) => each.organisation === scarborough);
const within = (of: OrganisationRef, name: string) => ({ ...member(of, name), through: eastRiding });
const counted = [
  member(eastRiding, lead), within(whitby, 'Whitby'), within(coast, 'Coast Board'), within(filey, 'Filey'), within(scarborough, 'Scarborough'), member(scarborough, 'Scarborough Borough Council'),
];
const all = [eastRiding, whitby, coast, filey, scarborough];
const atOne = (before: ReturnType<typeof recommendedUnder>, ...bodies: readonly OrganisationRef[]) => bodies.reduce((history, each) => history.and(limit, awardsOf(each), capped(each, 'COUNT', 1)), before);
const fewer = (bodies: readonly OrganisationRef[], because: string) => bodies.map(() => reducedAt('COUNT', 'counted', 1, because));
const approvedJointly = atOne(joined(approvedUnder({ caps: once, partners }, { counted })), ...all);

const approve = { award: firstAward, ceiling: '£20,000.00', authority: { kind: 'delegated', body: 'lead-members', minute: 'LM 2012-06-13/1' } };
const money = [moved('left', 'used', 2_000_000, firstAward), linked, moved('allocated', 'approved', 2_000_000, firstAward), opened];
const approvedFor = (bodies: typeof counted) => AwardApproved({ ...approved.data, counted: bodies });
const clerk = by('clerk', '2012-06-13');
const manager = by('manager', '2012-06-20');

describe('a cap on what one body may have', () => {
  it('is none that a consortium gets around: each member counts, members of members too, and nobody twice', () =>
    joined(recommendedUnder({ caps: once, partners })).when(approveAward, approve, clerk).then(approvedFor(counted), ...money, ...all.map((each) => capped(each, 'COUNT', 1))));

  it('refuses a consortium for the sake of a member that is at its cap, and names the member', () =>
    atOne(joined(recommendedUnder({ caps: leadsOnly, partners })), filey).when(approveAward, approve, clerk).thenRefused('body-is-at-its-cap', { name: `Filey, a member of ${lead},`, counted: '1 award' }));

  it('counts no members of a partner where it counts no partners', () =>
    atOne(recommendedUnder({ caps: leadsOnly, partners }), filey)
      .and(organisation, scarborough, ...joint('Scarborough', member(filey, 'Filey')))
      .when(approveAward, approve, clerk)
      .then(approvedFor([member(eastRiding, lead)]), ...money, capped(eastRiding, 'COUNT', 1)));

  it('is free for everybody who was counted when the award comes to nothing, whoever is a member by then', () => {
    const because = `${firstAward} withdrawn`;
    return approvedJointly
      .and(organisation, eastRiding, organisationEvents.MembersNamed({ name: lead, members: [member(stranger, 'Manchester')] }))
      .when(withdrawAward, { award: firstAward, reason: 'The board broke up', withdrawnBy: 'recipient' }, manager)
      .then(
        AwardWithdrawn({ ...about, released: gbp(2_000_000), returnedTo: 'round', reason: 'The board broke up', withdrawnBy: 'recipient', stage: 'approved' }),
        reduced('approved', 2_000_000, because), moved('approved', 'allocated', 2_000_000, because), reduced('approved', 2_000_000, because), moved('used', 'left', 2_000_000, because),
        ...fewer(all, because),
      );
  });
});

describe('parties of a joint award that change', () => {
  const trio = [organisationEvents.OrganisationRegistered({ name: 'Trio', type: 'joint-body' }), organisationEvents.MembersNamed({ name: 'Trio', members: [member(filey, 'Filey'), member(whitby, 'Whitby')] })] as const;
  const add = { award: firstAward, organisation: stranger, role: 'partner', reason: 'More hands' };
  const alone = atOne(approvedUnder({ caps: once, partners: [] }, { counted: [member(eastRiding, lead)] }), eastRiding).and(organisation, stranger, ...trio);
  const added = PartnerAdded({ organisation: stranger, name: 'Trio', type: 'joint-body', role: 'partner', recipientName: lead, reason: 'More hands', members: [member(filey, 'Filey'), member(whitby, 'Whitby')] });

  it('count a partner that joins with its members, unless one of them is at its cap', async () => {
    await alone.when(addPartner, add, manager).then(added, ...[stranger, filey, whitby].map((each) => capped(each, 'COUNT', 1)));
    await atOne(alone, whitby).when(addPartner, add, manager).thenRefused('body-is-at-its-cap', { name: 'Whitby, a member of Trio,' });
  });

  it('count it with them no more once it left', () =>
    atOne(alone.and(award, firstAward, added), stranger, filey, whitby)
      .when(removePartner, { award: firstAward, organisation: stranger, reason: 'Fewer hands' }, manager)
      .then(PartnerLeft({ organisation: stranger, name: 'Trio', recipientName: lead, reason: 'Fewer hands' }), ...fewer([stranger, filey, whitby], `left ${firstAward}`)));

  it('leave those uncounted who were members of the lead that hands it on, but for the partner that stays', () => {
    const because = `${firstAward} went to Trio`;
    const figures = { approved: gbp(2_000_000), agreed: nil, authorised: nil, spent: nil };
    return approvedJointly
      .and(organisation, stranger, ...trio)
      .when(transferAward, { award: firstAward, to: stranger, reason: 'Trio leads' }, manager)
      .then(
        LeadTransferred({ from: eastRiding, fromName: lead, recipient: stranger, recipientName: 'Trio', budget, ...figures, reason: 'Trio leads', members: added.data.members ?? [] }),
        reduced('approved', 2_000_000, because), openedAt(`awards to ${stranger} in round ${spring}`, 'GBP', 'approved', 2_000_000),
        ...fewer([eastRiding, coast], because), capped(stranger, 'COUNT', 1),
      );
  });
});
