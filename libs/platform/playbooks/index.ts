/** Playbooks: a programme's history in a file, played through the same door as everything else. */
export { nearest } from './nearest.js';
export { merged } from './merged.js';
export { keysOf, play, type PlayOptions, type PlayReport, type Skipped, type Stage, type Stopped } from './play.js';
export { type Playbook, type Step } from './playbook.js';
export { recordedInstant } from './recorded.js';
export { longestPlaybook, readPlaybook } from './read-playbook.js';
export { readTogether, type PlaybookText } from './read-together.js';
export { type PlaybookProblem, type Reading } from './written.js';
