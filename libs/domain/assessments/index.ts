import { assessApplication } from './commands/assess-application.js';
import { rankApplications } from './commands/rank-applications.js';
import { reviseAssessment } from './commands/revise-assessment.js';
import { takeFromReserve } from './commands/take-from-reserve.js';

export * as assessmentEvents from './assessment.events.js';
export { assessment, assessorsOf, rankOf, type Assessed, type AssessmentState, type Rank } from './assessment.js';
export { placed, type Placed } from './assessment-fields.js';
export const assessmentCommands = [assessApplication, reviseAssessment, rankApplications, takeFromReserve] as const;
