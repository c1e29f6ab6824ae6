import { by } from '#kernel/testing/given';
import { MembersNamed } from '../organisation.events.js';
import { organisation } from '../organisation.js';
import { byCommittee, byLangport, bySomerton, committee, langport, registered, somerton } from '../testing/index.js';
import { nameMembers } from './name-members.js';

const both = { organisation: committee, members: [{ organisation: somerton }, { organisation: langport }] };
const named = MembersNamed({ name: byCommittee.name, members: [bySomerton, byLangport] });
const joined = registered.and(organisation, committee, named);

describe('naming the members of a joint body', () => {
  it('is refused when one is named twice', () =>
    registered.when(nameMembers, { ...both, members: [{ organisation: somerton }, { organisation: somerton }] }, by('officer')).thenRefused('member-is-named-twice', { name: bySomerton.name }));

  it('is refused when it would be a member of itself', () =>
    registered.when(nameMembers, { ...both, members: [{ organisation: committee }] }, by('officer')).thenRefused('membership-goes-round', { name: byCommittee.name }));

  it('is refused when it would be a member of itself by way of a member', () =>
    joined.when(nameMembers, { organisation: somerton, members: [{ organisation: committee }] }, by('officer')).thenRefused('membership-goes-round', { name: bySomerton.name }));

  it('is refused when those are its members already, in whatever order', () =>
    joined.when(nameMembers, { ...both, members: both.members.toReversed() }, by('officer')).thenRefused('members-are-the-same'));

  it('keeps the members under the names that they have now', () => registered.when(nameMembers, both, by('officer')).then(named));

  it('leaves out whoever is not named any more', () =>
    joined.when(nameMembers, { ...both, members: [{ organisation: langport }] }, by('officer')).then(MembersNamed({ name: byCommittee.name, members: [byLangport] })));

  it('needs members that are registered', () => registered.when(nameMembers, { ...both, members: [{ organisation: 'OR-2012-009' }] }, by('officer')).thenNotFound());
});
