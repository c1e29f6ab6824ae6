import { stream, type Person } from '#kernel';
import * as events from './interests.events.js';

/** Who may not decide in a round: an interest in one competing bid bars the whole ranking. */
export interface InterestsState {
  readonly barred: readonly Person[];
}

export const interests = stream('interests', { noun: 'register of interests of round', events, initial: { barred: [] } as InterestsState }).evolvedBy({
  InterestDeclared: ({ barred }, { declaredBy }) => ({ barred: [...barred, declaredBy] }),
  InterestEnded: ({ barred }, { heldBy }) => ({ barred: barred.filter((person) => person !== heldBy) }),
});
