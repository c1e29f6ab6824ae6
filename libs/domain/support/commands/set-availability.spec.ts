import { toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { AvailabilitySet } from '../expert.events.js';
import { expert } from '../expert.js';
import { aPool, available, expertDaysRef, firstExpert, moved, removed, tenDaysFree } from '../testing/index.js';
import { setAvailability } from './set-availability.js';

const manager = by('manager');
const set = { expert: firstExpert, from: '2012-06-01', until: '2012-09-30', days: '10' };
const anAvailability = aPool.and(expert, firstExpert, available).and(limit, expertDaysRef, tenDaysFree);
const again = (days: number) => AvailabilitySet({ ...available.data, days, before: 1_000 });
const because = 'availability in FY1213 said again';

describe('saying when an expert has time', () => {
  it('is refused for an expert who left the pool', () => aPool.and(expert, firstExpert, removed).when(setAvailability, set, manager).thenRefused('expert-is-removed'));

  it('is refused when the last day comes before the first', () =>
    aPool.when(setAvailability, { ...set, until: '2012-05-31' }, manager).thenRefused('dates-backwards', { from: '1 June 2012', until: '31 May 2012' }));

  it('is refused over two financial years, because each has days of its own', () =>
    aPool.when(setAvailability, { ...set, until: '2013-04-01' }, manager).thenRefused('spans-financial-years'));

  it('is refused below what is promised and worked already', () =>
    anAvailability.and(limit, expertDaysRef, moved('free', 'AW-2012-001', 650, 'promised')).when(setAvailability, { ...set, days: '6' }, manager).thenRefused('days-are-promised', { used: '6.5 days' }));

  it('keeps so many days free', () => aPool.when(setAvailability, set, manager).then(available, tenDaysFree));

  it('said again, it adds what is more', () =>
    anAvailability.when(setAvailability, { ...set, days: '12.5' }, manager).then(again(1_250), limitEvents.LimitRaised({ unit: 'DAY', bucket: 'free', amount: 250, because })));

  it('said again, it takes what is less', () =>
    anAvailability.when(setAvailability, { ...set, days: '0' }, manager).then(again(0), limitEvents.LimitReduced({ unit: 'DAY', bucket: 'free', amount: 1_000, because })));

  it('may move the days on which the expert has time, and leave their number', () =>
    anAvailability.when(setAvailability, { ...set, until: '2012-12-31' }, manager).then(AvailabilitySet({ ...available.data, until: toDate('2012-12-31'), before: 1_000 })));
});
