import { stream, type Money } from '#kernel';
import type { Instrument } from './instrument.js';
import * as events from './programme.events.js';

export type ProgrammeState =
  | { readonly stage: 'absent' }
  | { readonly stage: 'defined'; readonly name: string; readonly awardCeiling: Money; readonly instrument: Instrument };

export const programme = stream('programme', { events, initial: { stage: 'absent' } as ProgrammeState }).evolvedBy({
  ProgrammeDefined: (_, { name, awardCeiling, instrument }) => ({ stage: 'defined', name, awardCeiling, instrument }),
});
