import { alarmsOf, type AlarmsAbout } from './alarms.js';

const note = { at: '2012-06-13T01:30:00.000Z', events: 7, root: 'abc', findings: [], isLogBroken: false };
const calm: AlarmsAbout = {
  kind: 'live', clock: { now: () => '2012-06-13T12:00:00.000Z' },
  upkeep: { check: note, lastGoodCheckAt: note.at },
  status: { counts: { waiting: 3, later: 0, running: 1, failed: 0 }, oldestWaitingMilliseconds: 0 },
};

describe('alarms', () => {
  it('are none when everything is in order, or nothing was ever checked', () => {
    expect(alarmsOf(calm)).toEqual([]);
    expect(alarmsOf({ ...calm, upkeep: {} })).toEqual([]);
  });

  it.each<[string, Partial<AlarmsAbout>, RegExp]>([
    ['a job has failed for good', { status: { ...calm.status, counts: { ...calm.status.counts, failed: 1 } } }, /^One job has failed/],
    ['the queue is out of reach', { status: { ...calm.status, trouble: 'Redis is out of reach (gone)' } }, /^Redis is out of reach/],
    ['a check found something', { upkeep: { check: { ...note, findings: ['event @3: was changed'] }, lastGoodCheckAt: note.at } }, /^event @3: was changed$/],
    ['no check has been good for more than a day', { clock: { now: () => '2012-06-14T12:00:00.000Z' } }, /^The last check that found everything in order was 34 hours ago/],
  ])('say that %s', (_, change, expected) => {
    expect(alarmsOf({ ...calm, ...change })).toEqual([expect.stringMatching(expected)]);
  });

  it('do not ask for checks of a demonstration', () => {
    expect(alarmsOf({ ...calm, kind: 'demonstration', clock: { now: () => '2020-01-01T00:00:00.000Z' } })).toEqual([]);
  });
});
