import { stream, type ApplicationRef } from '#kernel';
import * as events from './entries.events.js';

/** Every application for a round, in the order in which it came: a ranking leaves nobody out by mistake. */
export interface EntriesState {
  readonly applications: readonly ApplicationRef[];
}

export const entries = stream('entries', { noun: 'register of applications for round', events, initial: { applications: [] } as EntriesState }).evolvedBy({
  ApplicationEntered: ({ applications }, { application }) => ({ applications: [...applications, application] }),
});
