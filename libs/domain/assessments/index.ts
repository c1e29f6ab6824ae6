import { advanceWaitingList } from './commands/advance-waiting-list.js';
import { assessApplication } from './commands/assess-application.js';
import { joinWaitingList } from './commands/join-waiting-list.js';
import { leaveWaitingList } from './commands/leave-waiting-list.js';
import { rankApplications } from './commands/rank-applications.js';
import { reviseAssessment } from './commands/revise-assessment.js';
import { shareFund } from './commands/share-fund.js';
import { takeFromReserve } from './commands/take-from-reserve.js';

export { advanceWaitingList };
export * as assessmentEvents from './assessment.events.js';
export {
  actOnRanking, assessment, assessorsOf, mustBeSharedAnew, rankOf, scoredOf, shareOf, type Assessed, type AssessmentState, type Rank,
} from './assessment.js';
export { placed, type Placed } from './assessment-fields.js';
export const assessmentCommands = [assessApplication, reviseAssessment, rankApplications, takeFromReserve, shareFund, joinWaitingList, leaveWaitingList, advanceWaitingList] as const;
