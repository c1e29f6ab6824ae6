export { openSqliteJobs, type SqliteJobsOptions } from './open-sqlite-jobs.js';
