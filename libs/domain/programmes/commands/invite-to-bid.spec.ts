import { toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { BodiesInvited } from '../round.events.js';
import { round } from '../round.js';
import { closed, opened, organisationsOf, sixThousand, spring } from '../testing/index.js';
import { inviteToBid } from './invite-to-bid.js';

const [leeds, hull] = [toReference('OR', 'OR-2012-001'), toReference('OR', 'OR-2012-002')];
const invited = opened({ ...sixThousand, intake: { kind: 'invited-bids', late: 'never', again: 'never' } });
const bodies = organisationsOf('Leeds City Council', 'Hull City Council');
const byInvitation = bodies.and(round, spring, invited);
const invite = { round: spring, bodies: [{ organisation: leeds }, { organisation: hull }] };
const manager = by('manager');

describe('inviting bodies to bid', () => {
  it('is refused once the round is closed', () => byInvitation.and(round, spring, closed).when(inviteToBid, invite, manager).thenRefused('round-is-closed'));

  it('is refused where bodies come in another way', () => bodies.and(round, spring, opened(sixThousand)).when(inviteToBid, invite, manager).thenRefused('round-is-not-by-invitation'));

  it('is refused when a body is named twice', () =>
    byInvitation.when(inviteToBid, { ...invite, bodies: [{ organisation: leeds }, { organisation: leeds }] }, manager).thenRefused('named-twice', { body: 'Leeds City Council' }));

  it('is refused when a body is on the list', () =>
    byInvitation
      .and(round, spring, BodiesInvited({ round: spring, name: 'Spring 2012', bodies: [{ organisation: hull, name: 'Hull City Council' }] }))
      .when(inviteToBid, invite, manager)
      .thenRefused('invited-already', { body: 'Hull City Council' }));

  it('needs bodies that are registered', () => byInvitation.when(inviteToBid, { ...invite, bodies: [{ organisation: 'OR-2012-009' }] }, manager).thenNotFound());

  it('puts them on the closed list under the names that they have', () =>
    byInvitation
      .when(inviteToBid, invite, manager)
      .then(BodiesInvited({ round: spring, name: 'Spring 2012', bodies: [{ organisation: leeds, name: 'Leeds City Council' }, { organisation: hull, name: 'Hull City Council' }] })));
});
