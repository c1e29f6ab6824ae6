import { by } from '#kernel/testing/given';
import { anAwardSigned, firstAward } from '#domain/awards/testing';
import { limit } from '#domain/limits';
import { DaysReleased } from '../days-log.events.js';
import { aboutDays, aLog, daysRef, moved } from '../testing/index.js';
import { releaseDays } from './release-days.js';

const release = { award: firstAward, reason: 'The council has its own adviser' };
const officer = by('officer');
const released = (days: number, left: number) => DaysReleased({ ...aboutDays, days, left, reason: release.reason });

describe('releasing days', () => {
  it('is refused for an award that gives no days', () => anAwardSigned.when(releaseDays, release, officer).thenRefused('days-are-not-agreed'));

  it('is refused when none are left', () => aLog.and(limit, daysRef, moved('left', 'released', 1_000, 'released')).when(releaseDays, release, officer).thenRefused('no-days-are-left'));

  it('is refused for more than are left', () => aLog.when(releaseDays, { ...release, days: '10.01' }, officer).thenRefused('over-days', { left: '10 days' }));

  it('releases all that are left where nothing is said', () => aLog.when(releaseDays, release, officer).then(released(1_000, 0), moved('left', 'released', 1_000, 'released')));

  it('releases so many and leaves the rest', () => aLog.when(releaseDays, { ...release, days: '2.5' }, officer).then(released(250, 750), moved('left', 'released', 250, 'released')));
});
