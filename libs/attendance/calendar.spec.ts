import { dueByTheCalendar, slotBegins } from './calendar.js';
import { readAttendanceSettings } from './settings.js';

const settings = readAttendanceSettings({ BACKUP_FOLDER: '/mnt/safe', BACKUP_EVERY_HOURS: '6', CHECK_AT: '02:30' });
const keysAt = (now: string, given = settings): readonly string[] => dueByTheCalendar(now, given).map(({ kind, key }) => `${kind} ${key}`);

describe('what the day makes due', () => {
  it('is the same whoever derives it, and another on another day', () => {
    expect(keysAt('2012-06-13T13:10:00.000Z')).toEqual(['nightly-check 2012-06-13', 'back-up 2012-06-13 12:00', 'sweep 2012-06-13']);
    expect(keysAt('2012-06-13T16:59:00.000Z')).toEqual(keysAt('2012-06-13T13:10:00.000Z'));
    expect(keysAt('2012-06-13T17:00:00.000Z')).toContain('back-up 2012-06-13 18:00');
  });

  it('goes by a London wall: in summer a day begins an hour earlier than at Greenwich', () => {
    expect(keysAt('2012-06-12T23:30:00.000Z')).toEqual(['back-up 2012-06-13 00:00', 'sweep 2012-06-13']);
    expect(slotBegins('2012-06-13 12:00')).toBe('2012-06-13T11:00:00.000Z');
  });

  it('does not check before the hour of the check, and makes up for a night that was missed', () => {
    expect(keysAt('2012-12-13T02:29:59.000Z').join()).not.toContain('nightly-check');
    expect(keysAt('2012-12-13T02:30:00.000Z')).toContain('nightly-check 2012-12-13');
    expect(keysAt('2012-12-13T23:59:00.000Z')).toContain('nightly-check 2012-12-13');
  });

  it('holds no backup where nobody said where to put it', () => {
    expect(keysAt('2012-12-13T12:00:00.000Z', readAttendanceSettings({})).join()).not.toContain('back-up');
  });
});

describe('settings of what is done by itself', () => {
  it.each([
    [{ CHECK_AT: '2.30' }, 'CHECK_AT is "2.30". Write a time of day in London, like 02:30'],
    [{ BACKUP_EVERY_HOURS: '5' }, 'BACKUP_EVERY_HOURS is "5". Write a number that divides the day: 1, 2, 3, 4, 6, 8, 12 or 24'],
    [{ BACKUPS_KEPT: '0' }, 'BACKUPS_KEPT is "0". Write a number from 1 to 1000, like 14'],
    [{ JOBS_DRAIN_SECONDS: 'long' }, 'JOBS_DRAIN_SECONDS is "long". Write a number from 0 to 3600, like 20'],
  ])('%j is refused, with what to write instead', (environment, message) => {
    expect(() => readAttendanceSettings(environment)).toThrow(message);
  });
});
