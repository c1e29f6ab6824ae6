import { acceptOutput } from './commands/accept-output.js';
import { endPhase } from './commands/end-phase.js';
import { noteDiscrepancy } from './commands/note-discrepancy.js';
import { planMilestones } from './commands/plan-milestones.js';
import { reachMilestone } from './commands/reach-milestone.js';
import { reportRating } from './commands/report-rating.js';
import { sendBackOutput } from './commands/send-back-output.js';
import { startPhase } from './commands/start-phase.js';
import { submitOutput } from './commands/submit-output.js';

export * as deliveryEvents from './delivery.events.js';
export { delivery, type DeliveryState } from './delivery.js';
export * as milestonesEvents from './milestones.events.js';
export { milestoneKind } from './milestone-fields.js';
export { milestones } from './milestones.js';
/** For payments, which wait for the phase that pays them. */
export { isStarted, phasePays } from './policies/phase-pays.js';
/** For views, which say when a report is due. */
export { spanOf, type Span } from './reporting-period.js';
export const deliveryCommands = [submitOutput, acceptOutput, sendBackOutput, startPhase, endPhase, planMilestones, reachMilestone, reportRating, noteDiscrepancy] as const;
