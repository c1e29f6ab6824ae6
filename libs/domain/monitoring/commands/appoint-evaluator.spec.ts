import { toDate } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { amey, aRoundAndBodies, scarborough } from '#domain/applications/testing';
import { future } from '#domain/programmes/testing';
import { EvaluatorAppointed } from '../evaluation.events.js';
import { evaluation } from '../evaluation.js';
import { appointEvaluator } from './appoint-evaluator.js';

const appoint = { programme: future, organisation: amey, startsOn: '2012-07-01', endsOn: '2014-06-30' };
const appointed = EvaluatorAppointed({ programme: future, organisation: amey, organisationName: 'Amey', startsOn: toDate('2012-07-01'), endsOn: toDate('2014-06-30') });

describe('appointing an evaluator', () => {
  it('is refused when it would end before it starts', () =>
    aRoundAndBodies.when(appointEvaluator, { ...appoint, endsOn: '2012-06-30' }, by('officer')).thenRefused('dates-run-backwards', { endsOn: '30 June 2012' }));

  it.each([
    ['its last day', { startsOn: '2014-06-30', endsOn: '2015-06-30' }],
    ['its first day', { startsOn: '2011-07-01', endsOn: '2012-07-01' }],
  ])('is refused when it is appointed already for %s', (_, days) =>
    aRoundAndBodies
      .and(evaluation, future, appointed)
      .when(appointEvaluator, { ...appoint, ...days }, by('officer'))
      .thenRefused('evaluator-is-appointed-already', { name: 'Amey' }));

  it('may be for a single day', () =>
    aRoundAndBodies.when(appointEvaluator, { ...appoint, endsOn: '2012-07-01' }, by('officer')).then(EvaluatorAppointed({ ...appointed.data, endsOn: toDate('2012-07-01') })));

  it('keeps its name as it stood', () => aRoundAndBodies.when(appointEvaluator, appoint, by('officer')).then(appointed));

  it('may appoint another beside it', () =>
    aRoundAndBodies
      .and(evaluation, future, appointed)
      .when(appointEvaluator, { ...appoint, organisation: scarborough }, by('officer'))
      .then(EvaluatorAppointed({ ...appointed.data, organisation: scarborough, organisationName: 'Scarborough Borough Council' })));

  it('needs a programme that exists', () => givenNothing().when(appointEvaluator, appoint, by('officer')).thenNotFound());
});
