import { appendingContract } from './appending.js';
import { contentContract } from './content.js';
import { followingContract } from './following.js';
import { orderingContract } from './ordering.js';
import { readingContract } from './reading.js';
import { receivingContract } from './receiving.js';
import { repeatingContract } from './repeating.js';
import { type NewLog } from './tested-log.js';
import { timeContract } from './time.js';

/** What every adapter must do, told once. The codes are those of the store's design notes. */
export function eventStoreContract(adapter: string, newLog: NewLog): void {
  describe(`${adapter} keeps the law of the event log`, () => {
    describe('appending', () => appendingContract(newLog));
    describe('content', () => contentContract(newLog));
    describe('repeating', () => repeatingContract(newLog));
    describe('reading', () => readingContract(newLog));
    describe('receiving', () => receivingContract(newLog));
    describe('following', () => followingContract(newLog));
    describe('ordering', () => orderingContract(newLog));
    describe('time', () => timeContract(newLog));
  });
}
