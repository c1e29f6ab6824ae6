import { addExpertToPool } from './commands/add-expert-to-pool.js';
import { assignExpert } from './commands/assign-expert.js';
import { bookPlace } from './commands/book-place.js';
import { callOff } from './commands/call-off.js';
import { completeCohort } from './commands/complete-cohort.js';
import { correctDays } from './commands/correct-days.js';
import { endAssignment } from './commands/end-assignment.js';
import { enlargeCohort } from './commands/enlarge-cohort.js';
import { giveAdvice } from './commands/give-advice.js';
import { giveUpPlace } from './commands/give-up-place.js';
import { joinAlumni } from './commands/join-alumni.js';
import { joinCohortWaitingList } from './commands/join-cohort-waiting-list.js';
import { joinFramework } from './commands/join-framework.js';
import { launchFramework } from './commands/launch-framework.js';
import { leaveCohortWaitingList } from './commands/leave-cohort-waiting-list.js';
import { leaveFramework } from './commands/leave-framework.js';
import { logDays } from './commands/log-days.js';
import { openCohort } from './commands/open-cohort.js';
import { planCohort } from './commands/plan-cohort.js';
import { planFramework } from './commands/plan-framework.js';
import { releaseDays } from './commands/release-days.js';
import { removeExpertFromPool } from './commands/remove-expert-from-pool.js';
import { reportPerPerson } from './commands/report-per-person.js';
import { setAvailability } from './commands/set-availability.js';

export * as adviceEvents from './advice.events.js';
export { advice, type AdviceState } from './advice.js';
export * as assignmentEvents from './assignment.events.js';
export { assignment, type AssignmentState } from './assignment.js';
export * as cohortEvents from './cohort.events.js';
export { cohort, type CohortState } from './cohort.js';
export * as daysLogEvents from './days-log.events.js';
export { daysLog, type DaysLogState } from './days-log.js';
export * as expertEvents from './expert.events.js';
export { expert, type ExpertState } from './expert.js';
export * as frameworkEvents from './framework.events.js';
export { framework, type FrameworkState } from './framework.js';
export const supportCommands = [
  addExpertToPool, removeExpertFromPool, setAvailability, assignExpert, endAssignment, logDays, correctDays, releaseDays,
  planCohort, openCohort, enlargeCohort, bookPlace, giveUpPlace, joinCohortWaitingList, leaveCohortWaitingList, completeCohort, joinAlumni,
  planFramework, launchFramework, joinFramework, leaveFramework, callOff, reportPerPerson, giveAdvice,
] as const;
