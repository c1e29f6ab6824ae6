import { present, stream, type Code, type Person } from '#kernel';
import * as events from './expert.events.js';

/** Somebody in a programme's pool, known by what they do. */
export type ExpertState =
  | { readonly stage: 'absent' }
  | { readonly stage: 'in-pool' | 'removed'; readonly programme: Code; readonly title: string; readonly person?: Person | undefined };

export const expert = stream('expert', { events, initial: { stage: 'absent' } as ExpertState }).evolvedBy({
  ExpertAddedToPool: (_, { programme, title, person }) => ({ stage: 'in-pool', programme, title, person }),
  ExpertRemovedFromPool: (state) => ({ ...present(state), stage: 'removed' }),
});
