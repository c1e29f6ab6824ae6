import { code, decide, refuse, showDate, text, type Code } from '#kernel';
import { EvaluationFindingRecorded } from '../evaluation.events.js';
import { evaluation } from '../evaluation.js';

export class RecordEvaluationFinding {
  @code('Programme') programme!: Code;
  @text('Finding', { long: true }) finding!: string;
}

export const recordEvaluationFinding = decide(evaluation, RecordEvaluationFinding, {
  summary: 'Record what the evaluation of a programme found.',
  permission: 'evaluation:record',
  ref: ({ programme: ref }) => ref,
  refusals: { 'no-evaluator-has-started': 'No evaluator of this programme had started by {on}' },
  rule({ appointments }, { programme: of, finding }, { on }) {
    // Findings are written up after an appointment ends, but never before one starts.
    if (!appointments.some(({ startsOn }) => startsOn <= on)) return refuse('no-evaluator-has-started', { on: showDate(on) });

    return [EvaluationFindingRecorded({ programme: of, finding })];
  },
});
