/** Who waits for a place, and what a fund was shared into. */
import { shares } from './shares.js';
import { sharings } from './sharings.js';
import { waitingList } from './waiting-list.js';
import { waitingLists } from './waiting-lists.js';

export { shares, type ShareRow, type Shares } from './shares.js';
export { waitingList, type WaitingList, type WaitingRow } from './waiting-list.js';
export const choosingViews = [waitingLists, sharings] as const;
export const choosingQuestions = [waitingList, shares] as const;
