import type { EventData, Happened } from '#kernel';
import type { Transaction } from '../posting.js';

/** What an event posts: a function of the event alone, so that a ledger can be made again from the log. */
export type PostingsOf<E> = (event: Happened<EventData<E>>) => Transaction;
