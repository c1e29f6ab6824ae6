import { present, stream, type Code, type IsoDate, type Person } from '#kernel';
import * as events from './expert.events.js';

/** When an expert has time in a financial year. How much of it is left is a limit. */
export interface Availability {
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Hundredths of a day. */
  readonly days: number;
}
/** Somebody in a programme's pool, known by what they do. */
export type ExpertState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'in-pool' | 'removed';
      readonly programme: Code;
      readonly title: string;
      readonly person?: Person | undefined;
      /** By financial year; a year of which nothing was said binds nobody. */
      readonly availability: Readonly<Record<string, Availability>>;
    };

export const expert = stream('expert', { events, initial: { stage: 'absent' } as ExpertState }).evolvedBy({
  ExpertAddedToPool: (_, { programme, title, person }) => ({ stage: 'in-pool', programme, title, person, availability: {} }),
  ExpertRemovedFromPool: (state) => ({ ...present(state), stage: 'removed' }),
  AvailabilitySet(state, { from, until, days, financialYear }) {
    const before = present(state);
    return { ...before, availability: { ...before.availability, [financialYear]: { from, until, days } } };
  },
});
