import { toCode } from '#kernel';
import { by } from '#kernel/testing/given';
import type { Form } from '../form.js';
import { FormSet, IntakeBegun } from '../round.events.js';
import { round } from '../round.js';
import { aRound, aRoundOn, closed, sixThousand, spring } from '../testing/index.js';
import { setForm } from './set-form.js';

const manager = by('manager');
const homes: Form[number] = { code: toCode('homes'), ask: 'How many homes?', required: true, reusable: false, answer: { kind: 'number', of: 'homes', least: 1 } };
const set = { round: spring, questions: [homes] };
const formSet = { round: spring, name: 'Spring 2012', version: 1, questions: [homes] };
const asks = (answer: Form[number]['answer']) => ({ ...set, questions: [{ ...homes, answer }] });
const option = (code: string) => ({ option: toCode(code), words: code });
const prefers = { ...sixThousand, eligibility: [{ kind: 'number' as const, code: toCode('size'), effect: 'flags' as const, question: toCode('homes'), least: 500 }] };

describe('setting the form of a round', () => {
  it('is refused once the round is closed', () => aRound.and(round, spring, closed).when(setForm, set, manager).thenRefused('round-is-closed'));

  it('is refused when a question is named twice', () => aRound.when(setForm, { ...set, questions: [homes, homes] }, manager).thenRefused('question-named-twice', { question: 'homes' }));

  it('is refused when an answer is named twice', async () => {
    await aRound.when(setForm, asks({ kind: 'choice', several: false, options: [option('yes'), option('yes')] }), manager).thenRefused('answer-named-twice', { answer: 'yes' });
    await aRound.when(setForm, asks({ kind: 'money-table', rows: [{ row: toCode('staff'), words: 'Staff' }, { row: toCode('staff'), words: 'Staff' }] }), manager).thenRefused('answer-named-twice', { answer: 'staff' });
  });

  it.each([
    ['a number', { kind: 'number', of: 'homes', least: 3, most: 2 }],
    ['partners', { kind: 'partners', least: 3, most: 2 }],
    ['a day', { kind: 'date', from: '2013-01-02', until: '2013-01-01' }],
  ])('is refused when no answer could fit: %s', (_, answer) => aRound.when(setForm, { ...set, questions: [{ ...homes, answer }] }, manager).thenRefused('answer-out-of-bounds', { question: 'homes' }));

  it('is refused when it is longer than a record keeps', () => {
    const statement = 'I say so. '.repeat(390).trim();
    const many = Array.from({ length: 32 }, (_, i) => ({ ...homes, code: `q${i}`, answer: { kind: 'declaration', statement } }));
    return aRound.when(setForm, { ...set, questions: many }, manager).thenRefused('form-is-too-long', { most: 120_000 });
  });

  it('is refused when a rule of the scheme would lose its question', () =>
    aRoundOn(prefers).when(setForm, { ...set, questions: [{ ...homes, code: 'flats' }] }, manager).thenRefused('question-is-unknown', { rule: 'size', question: 'homes' }));

  it('is refused when a rule of the scheme could not read the answer', () =>
    aRoundOn(prefers).when(setForm, asks({ kind: 'text', limit: 10 }), manager).thenRefused('question-cannot-answer', { rule: 'size', type: 'number' }));

  it('is refused without a reason, once somebody has applied', () =>
    aRound.and(round, spring, IntakeBegun({ round: spring, name: 'Spring 2012' })).when(setForm, set, manager).thenRefused('reason-is-missing'));

  it('is the first version, and the next time the second', async () => {
    await aRoundOn(prefers).when(setForm, set, manager).then(FormSet(formSet));
    await aRound.and(round, spring, FormSet(formSet)).when(setForm, { ...set, reason: 'Shorter' }, manager).then(FormSet({ ...formSet, version: 2, reason: 'Shorter' }));
  });

  it('reads in the timeline with how much it asks', () => {
    expect(FormSet.say(formSet)).toBe('The form of Spring 2012, version 1, asks one question');
    expect(FormSet.say({ ...formSet, questions: [homes, homes], version: 2, reason: 'Shorter' })).toBe('The form of Spring 2012, version 2, asks 2 questions: Shorter');
  });
});
