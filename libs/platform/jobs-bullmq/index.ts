export { openBullmqJobs, type BullmqJobsOptions } from './open-bullmq-jobs.js';
