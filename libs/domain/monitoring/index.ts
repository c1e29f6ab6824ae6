import { appointEvaluator } from './commands/appoint-evaluator.js';
import { recordEvaluationFinding } from './commands/record-evaluation-finding.js';

export * as evaluationEvents from './evaluation.events.js';
export { evaluation, type EvaluationState } from './evaluation.js';
export const evaluationCommands = [appointEvaluator, recordEvaluationFinding] as const;
