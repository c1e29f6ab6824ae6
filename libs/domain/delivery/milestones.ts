import { stream } from '#kernel';
import * as events from './milestones.events.js';

/** What a programme reached and how it was rated are read from the log: no rule needs them. */
export const milestones = stream('milestones', { noun: 'milestones of programme', events, initial: {} }).evolvedBy({
  MilestoneReached: (state) => state,
  MilestonesPlanned: (state) => state,
  DiscrepancyNoted: (state) => state,
  RatingReported: (state) => state,
});
