import { count } from '#kernel';
import { questionOn } from '../../question-on.js';
import { ledger } from '../ledger.js';
import { entryRow, type EntryRow } from './entry-row.js';

class OneEvent {
  @count('Position', { min: 1, max: Number.MAX_SAFE_INTEGER, hint: 'The event’s place in the log' }) event!: number;
}

/** In the order in which they were posted; none for an event that moves no money and no match. */
export const entriesOfEvent = questionOn('entries-of-event', {
  summary: 'What an event posted to the ledger.',
  permission: 'ledger:read',
  input: OneEvent,
  from: [ledger],
  async ask(db, { event }): Promise<readonly EntryRow[]> {
    const posted = await db.selectFrom('postings').selectAll().where('position', '=', event).orderBy('line').execute();
    return posted.map((each) => entryRow(each, each.balance));
  },
});
