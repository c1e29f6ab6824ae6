/** Stored. Change only through evaluation.history.ts. */
import { code, date, event, reference, text } from '#kernel';

export const EvaluatorAppointed = event('EvaluatorAppointed', {
  fields: {
    programme: code('Programme'),
    organisation: reference('OR', 'Evaluator'),
    organisationName: text('Name of the evaluator'),
    startsOn: date('Starts on'),
    endsOn: date('Ends on'),
  },
  sentence: '{organisationName} was appointed to evaluate {programme} from {startsOn} to {endsOn}',
});

export const EvaluationFindingRecorded = event('EvaluationFindingRecorded', {
  fields: { programme: code('Programme'), finding: text('Finding', { long: true }) },
  sentence: 'A finding on {programme} was recorded: {finding}',
});
