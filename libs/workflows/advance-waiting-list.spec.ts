import { due, toDate, toReference, type Happened, type NewEvent } from '#kernel';
import { advanceWaitingList } from '#domain/assessments';
import { queueEvents } from '#domain/limits';
import { advanceTheWaitingList } from './advance-waiting-list.js';

const duties = (event: NewEvent, ref: string) => {
  const happened: Happened = {
    ...event, stream: `queue-${ref}`, category: 'queue', ref, version: 1, id: 'e', position: 1, recordedAt: '2014-03-03T10:00:00.000Z', on: toDate('2014-03-03'), meta: {},
  };
  return advanceTheWaitingList.on[event.type]?.(happened);
};
const joined = (holder: string) => queueEvents.QueueJoined({ holder, who: 'AP-2014-006', name: 'Surrey', places: 1, because: 'Full' });

describe('a waiting list that somebody joins', () => {
  it('is looked at once more on the same day, should a place have become free meanwhile', () => {
    expect(duties(joined('RD-2014-001'), 'RD-2014-001')).toEqual([due('RD-2014-001', toDate('2014-03-03'), advanceWaitingList, { round: toReference('RD', 'RD-2014-001') })]);
  });

  it('of a cohort is the cohort’s own affair', () => {
    expect(duties(joined('CH-2014-001'), 'CH-2014-001')).toEqual([]);
  });
});
