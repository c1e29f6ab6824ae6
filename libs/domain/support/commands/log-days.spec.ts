import { nil, toDate, toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about, anAwardApproved, anAwardSigned, firstAward } from '#domain/awards/testing';
import { limit } from '#domain/limits';
import { ExpertAssigned } from '../assignment.events.js';
import { assignment } from '../assignment.js';
import { DaysLogged } from '../days-log.events.js';
import { daysLog } from '../days-log.js';
import { expert } from '../expert.js';
import { aboutDays, added, aLog, anAwardWithDays, assigned, available, daysRef, expertDaysRef, firstExpert, fourLogged, fourteenDays, moved, tenDaysFree } from '../testing/index.js';
import { logDays } from './log-days.js';

const log = { award: firstAward, days: '4', what: 'Tender drawn up', expert: firstExpert };
const { expert: _, ...anybody } = log;
const officer = by('officer');
const logged = moved('left', 'logged', 400, 'worked on 2012-06-13');
const counted = anAwardWithDays.and(expert, firstExpert, available).and(limit, expertDaysRef, tenDaysFree);

describe('logging days', () => {
  it('is refused before the agreement is signed', () => anAwardApproved.and(limit, daysRef, fourteenDays).when(logDays, anybody, officer).thenRefused('days-are-not-agreed', { stage: 'approved' }));

  it('is refused for an award that gives no days', () => anAwardSigned.when(logDays, anybody, officer).thenRefused('days-are-not-agreed', { stage: 'agreed' }));

  it('is refused once the award is closed', () =>
    anAwardWithDays.and(award, firstAward, awardEvents.AwardClosed({ ...about, released: nil, returnedTo: 'round' })).when(logDays, log, officer).thenRefused('days-are-not-agreed', { stage: 'closed' }));

  it('is refused for work that is still ahead', () => anAwardWithDays.when(logDays, { ...log, workedOn: '2012-06-14' }, officer).thenRefused('day-is-ahead', { workedOn: '14 June 2012' }));

  it('is refused for an expert who does not help this award', () =>
    anAwardSigned.and(limit, daysRef, fourteenDays).and(expert, firstExpert, added).when(logDays, log, officer).thenRefused('expert-is-not-assigned'));

  it('is refused for more than the award has left', () => aLog.when(logDays, { ...log, days: '10.5' }, officer).thenRefused('over-days', { left: '10 days' }));

  it('is refused for a day on which the expert has no time', () =>
    counted.when(logDays, { ...log, workedOn: '2012-05-31' }, officer).thenRefused('expert-is-not-available', { from: '1 June 2012', until: '30 September 2012' }));

  it('is refused for more days than the expert has free for this award', () =>
    counted.and(limit, expertDaysRef, moved('free', 'AW-2012-002', 700, 'promised')).when(logDays, log, officer).thenRefused('expert-is-not-free', { free: '3 days' }));

  it('counts every entry and says how many days are left', () =>
    aLog
      .when(logDays, { ...log, days: '10', workedOn: '2012-06-12' }, officer)
      .then(DaysLogged({ ...fourLogged.data, number: 2, days: 1_000, workedOn: toDate('2012-06-12'), left: 0 }), moved('left', 'logged', 1_000, 'worked on 2012-06-12')));

  it('uses the days that the expert promised this award before free ones', () =>
    counted
      .and(assignment, firstAward, ExpertAssigned({ ...assigned.data, days: 250, financialYear: 'FY1213' }))
      .and(limit, expertDaysRef, moved('free', firstAward, 250, 'promised'))
      .when(logDays, log, officer)
      .then(
        DaysLogged({ ...fourLogged.data, financialYear: 'FY1213' }),
        logged,
        moved(firstAward, 'worked', 250, `worked for ${firstAward}`),
        moved('free', 'worked', 150, `worked for ${firstAward}`),
      ));

  it('needs no expert of a pool', () =>
    anAwardWithDays
      .when(logDays, anybody, officer)
      .then(DaysLogged({ ...aboutDays, number: 1, days: 400, workedOn: toDate('2012-06-13'), what: 'Tender drawn up', left: 1_000, loggedBy: toPerson('officer') }), logged));

  it('reads in the timeline without a word about money', () => {
    expect(DaysLogged.say(fourLogged.data)).toBe(
      '4 days of help for East Riding of Yorkshire Council were logged as entry 1, worked on 13 June 2012 by expert EX-2012-001: Tender drawn up. Left: 10 days',
    );
    expect(daysLog.noun).toBe('log of days of award');
  });
});
