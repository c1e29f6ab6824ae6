import { toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { limit, limitEvents, queue, queueEvents } from '#domain/limits';
import { CapacityRaised } from '../round.events.js';
import { round } from '../round.js';
import { closed, opened, organisationsOf, sixThousand, spring } from '../testing/index.js';
import { raiseCapacity } from './raise-capacity.js';

const leeds = toReference('OR', 'OR-2012-001');
const places = 'places.RD-2012-001';
const roomFor5 = opened({ ...sixThousand, capacity: { planned: 4, most: 5, waitingList: true } });
const full = organisationsOf('Leeds City Council')
  .and(round, spring, roomFor5)
  .and(limit, places, limitEvents.LimitOpened({ subject: 'places of RD-2012-001', unit: 'PLACE', bucket: 'open', amount: 5 }), limitEvents.LimitMoved({ unit: 'PLACE', from: 'open', to: 'taken', amount: 5, because: 'AW' }));
const waits = (who: string) => queueEvents.QueueJoined({ holder: spring, who, name: who, places: 1, because: 'Full' });
const raise = { round: spring, to: 6, because: 'A sponsor pays' };
const manager = by('manager');
const raised = { round: spring, name: 'Spring 2012', before: 5, after: 6, because: 'A sponsor pays' };
const more = limitEvents.LimitRaised({ unit: 'PLACE', bucket: 'open', amount: 1, because: 'A sponsor pays' });

describe('raising the capacity of a round', () => {
  it('is refused once the round is closed', () => full.and(round, spring, closed).when(raiseCapacity, raise, manager).thenRefused('round-is-closed'));

  it('is refused where the terms set no number', () => organisationsOf('Leeds').and(round, spring, opened(sixThousand)).when(raiseCapacity, raise, manager).thenRefused('round-has-no-capacity'));

  it('is refused when there is room for as many already', () => full.when(raiseCapacity, { ...raise, to: 5 }, manager).thenRefused('not-more-than-before', { before: 5 }));

  it('opens the places, and names who pays for them', async () => {
    await full.when(raiseCapacity, raise, manager).then(CapacityRaised(raised), more);
    await full.when(raiseCapacity, { ...raise, sponsor: leeds }, manager).then(CapacityRaised({ ...raised, sponsor: leeds, sponsorName: 'Leeds City Council' }), more);
    expect(CapacityRaised.say({ ...raised, sponsor: leeds, sponsorName: 'Leeds City Council' })).toBe('Spring 2012 has room for 6 awards, where it had room for 5: A sponsor pays (Leeds City Council pays)');
  });

  it('keeps each new place for whoever waits longest, and no more', () =>
    full
      .and(queue, spring, waits('AP-2012-006'), waits('AP-2012-007'))
      .when(raiseCapacity, raise, manager)
      .then(CapacityRaised(raised), more, queueEvents.QueueAdvanced({ holder: spring, called: [{ who: 'AP-2012-006', name: 'AP-2012-006', places: 1 }], because: 'A sponsor pays' })));
});
