import { addExpertToPool } from './commands/add-expert-to-pool.js';
import { assignExpert } from './commands/assign-expert.js';
import { endAssignment } from './commands/end-assignment.js';
import { removeExpertFromPool } from './commands/remove-expert-from-pool.js';

export * as assignmentEvents from './assignment.events.js';
export { assignment, type AssignmentState } from './assignment.js';
export * as expertEvents from './expert.events.js';
export { expert, type ExpertState } from './expert.js';
export const supportCommands = [addExpertToPool, removeExpertFromPool, assignExpert, endAssignment] as const;
