/** Playbooks: a programme's history in a file, played through the same door as everything else. */
export { nearest } from './nearest.js';
export { play, type PlayOptions, type PlayReport, type Skipped, type Stage, type Stopped } from './play.js';
export { type Playbook, type Step } from './playbook.js';
export { recordedInstant } from './recorded.js';
export { longestPlaybook, readPlaybook } from './read-playbook.js';
export { stepKeys } from './step-key.js';
export { type PlaybookProblem, type Reading } from './written.js';
