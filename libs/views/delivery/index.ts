/** What awards deliver and what programmes reach. */
import { deliveries } from './deliveries.js';
import { deliveryPage } from './delivery-page.js';
import { milestonesPage } from './milestones-page.js';
import { milestones } from './milestones.js';
import { phasesPage } from './phases-page.js';
import { reportsPage } from './reports-page.js';

export { deliveries } from './deliveries.js';
export type { ReportAsked } from './asked-of-awards.js';
export { deliveryPage, type DeliveryPage, type OutputOfAward, type PhaseOfAward } from './delivery-page.js';
export { milestonesPage, type Discrepancy, type Milestones, type MilestonesAgreed, type ProgrammeDecision, type Rating, type Reached } from './milestones-page.js';
export { milestones } from './milestones.js';
export { phasesPage, type AwardInPhases, type PhaseCounted, type Phases } from './phases-page.js';
export { reportsPage, type ReportRow, type Reports } from './reports-page.js';
export const deliveryViews = [deliveries, milestones] as const;
export const deliveryQuestions = [phasesPage, reportsPage, deliveryPage, milestonesPage] as const;
