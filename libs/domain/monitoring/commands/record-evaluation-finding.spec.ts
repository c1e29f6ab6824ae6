import { toDate } from '#kernel';
import { by, given, givenNothing } from '#kernel/testing/given';
import { amey } from '#domain/applications/testing';
import { future } from '#domain/programmes/testing';
import { EvaluationFindingRecorded, EvaluatorAppointed } from '../evaluation.events.js';
import { evaluation } from '../evaluation.js';
import { recordEvaluationFinding } from './record-evaluation-finding.js';

const finding = { programme: future, finding: 'Residents joined the scheme.\nSavings are not shown yet.' };
const appointed = given(
  evaluation,
  future,
  EvaluatorAppointed({ programme: future, organisation: amey, organisationName: 'Amey', startsOn: toDate('2012-07-01'), endsOn: toDate('2014-06-30') }),
);

describe('recording a finding', () => {
  it('is refused before any evaluator starts', () =>
    appointed.when(recordEvaluationFinding, finding, by('officer', '2012-06-30')).thenRefused('no-evaluator-has-started', { on: '30 June 2012' }));

  it('keeps its paragraphs', () =>
    appointed
      .when(recordEvaluationFinding, finding, by('officer', '2012-07-01'))
      .then(EvaluationFindingRecorded({ programme: future, finding: 'Residents joined the scheme.\nSavings are not shown yet.' })));

  it('is possible after the appointment has ended, when the report is written', () =>
    appointed
      .when(recordEvaluationFinding, finding, by('officer', '2014-09-01'))
      .then(EvaluationFindingRecorded({ programme: future, finding: 'Residents joined the scheme.\nSavings are not shown yet.' })));

  it('needs an evaluation that somebody was appointed to', () => givenNothing().when(recordEvaluationFinding, finding, by('officer')).thenNotFound());
});
