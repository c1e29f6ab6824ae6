import { stream, type Code } from '#kernel';
import * as events from './advice.events.js';

export type AdviceState = { readonly stage: 'absent' } | { readonly stage: 'given'; readonly programme: Code; readonly topic: string };

export const advice = stream('advice', { events, initial: { stage: 'absent' } as AdviceState }).evolvedBy({
  AdviceGiven: (_, { programme, topic }) => ({ stage: 'given', programme, topic }),
});
