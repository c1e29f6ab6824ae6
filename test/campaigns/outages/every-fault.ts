import type { Cluster } from './cluster.js';
import { nothing, type Fault } from './fault.js';
import { clockBehind, runnerFrozen, runnerKilled, serverFrozen, serverKilled, serversRolled, workerKilled } from './process-faults.js';
import { cutAfterCommit, cutBeforeCommit, headHeld, lineSilent, postgresKilled, redisFlushed, redisKilled, transactionElsewhere } from './service-faults.js';
import { viewThrows } from './view-faults.js';

/** What is done to a cluster, most dreaded first. */
export const everyFault = (folder: string): readonly Fault<Cluster>[] => [
  serverKilled, workerKilled, runnerKilled, postgresKilled, redisFlushed, redisKilled, cutBeforeCommit, cutAfterCommit, lineSilent,
  headHeld, transactionElsewhere, serverFrozen, runnerFrozen, clockBehind, serversRolled, viewThrows(folder), nothing,
];
