export { longestWaitMilliseconds, waitAfter } from './back-off.js';
export { jobIdOf, kindIn, kindNamed } from './job-id.js';
export { steadyProgress } from './steady-progress.js';
export {
  CannotSucceed, JobsAway, type Handle, type Job, type JobInput, type JobKind, type Jobs, type JobsStatus, type JobStanding, type JobState, type Offered, type Progress, type Report, type Task,
} from './port.js';
