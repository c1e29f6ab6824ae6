import { gbp, readInput, toCode, toDate, type Code } from '#kernel';
import type { Answer } from '#domain/applications';
import type { Form, QuestionType } from '#domain/programmes';
import { readForm, type Words } from '../../forms/read-form.js';
import { answersFrom, inWordsOf, shapeOfForm, typedFrom } from './questions-as-fields.js';

const [q, a, b] = ['what-if', 'own-land', 'b'].map(toCode) as [Code, Code, Code];
const options = [{ option: a, words: 'Our own' }, { option: b, words: 'Leased' }];
const form = (answer: QuestionType, required = true): Form => [{ code: q, ask: 'What?', hint: 'Briefly', required, reusable: true, answer }];
const read = (asked: Form, words: Words) => readInput(shapeOfForm(asked), readForm(shapeOfForm(asked), words, 'answers.'));

/** What is typed is what is answered, and what was answered is what stands in the boxes the next time. */
const kinds: readonly (readonly [string, QuestionType, Answer, Words, string])[] = [
  ['words', { kind: 'text', limit: 500 }, { kind: 'text', words: 'Homes' }, { [`answers.${q}`]: 'Homes' }, 'Homes'],
  ['a number', { kind: 'number', of: 'homes' }, { kind: 'number', number: 1200 }, { [`answers.${q}`]: '1200' }, '1,200'],
  ['a date', { kind: 'date' }, { kind: 'date', on: toDate('2012-06-03') }, { [`answers.${q}-day`]: '3', [`answers.${q}-month`]: '6', [`answers.${q}-year`]: '2012' }, '3 June 2012'],
  ['a declaration', { kind: 'declaration', statement: 'It is true' }, { kind: 'declaration', agreed: true }, { [`answers.${q}`]: 'yes' }, 'Yes'],
  ['one of several', { kind: 'choice', options, several: false }, { kind: 'choice', chosen: [{ option: a }] }, { [`answers.${q}`]: a }, 'Our own'],
  ['some of several', { kind: 'choice', options, several: true }, { kind: 'choice', chosen: [{ option: a }, { option: b }] }, { [`answers.${q}.${a}`]: 'yes', [`answers.${q}.${b}`]: 'yes' }, 'Our own, Leased'],
  [
    'a table of money', { kind: 'money-table', rows: [{ row: a, words: 'Staff' }, { row: b, words: 'Travel' }] },
    { kind: 'money-table', lines: [{ row: a, amount: gbp(125_000) }, { row: b, amount: gbp(0) }] }, { [`answers.${q}.${a}`]: '1,250', [`answers.${q}.${b}`]: '0' }, 'Staff: £1,250.00; Travel: £0.00',
  ],
  [
    'a file', { kind: 'file', kinds: 'any', kilobytes: 9 }, { kind: 'file', name: 'plan.pdf', digest: 'a'.repeat(64), bytes: 2048 },
    { [`answers.${q}.name`]: 'plan.pdf', [`answers.${q}.digest`]: 'a'.repeat(64), [`answers.${q}.bytes`]: '2048' }, 'plan.pdf, 2 kilobytes',
  ],
];

describe('the questions of a form as the boxes of a page', () => {
  it.each(kinds)('ask for %s', (_, asked, answer, typed, words) => {
    const questions = form(asked);
    const [question] = questions;
    const came = read(questions, typed);
    expect(came).toMatchObject({ ok: true });
    expect(came.ok && answersFrom(questions, came.value as Readonly<Record<string, unknown>>)).toEqual([{ question: q, answer }]);
    const again = read(questions, typedFrom(answer, `answers.${q}`));
    expect(again.ok && answersFrom(questions, again.value as Readonly<Record<string, unknown>>)).toEqual([{ question: q, answer }]);
    expect(question && inWordsOf(question, answer)).toBe(words);
  });

  it('say what is missing, and let be left out what need not be answered', () => {
    expect(read(form({ kind: 'number', of: 'homes' }), {})).toMatchObject({ ok: false, problems: [{ field: q, message: expect.stringContaining('What? is missing') as string }] });
    const came = read(form({ kind: 'number', of: 'homes' }, false), {});
    expect(came.ok && answersFrom(form({ kind: 'number', of: 'homes' }, false), came.value as Readonly<Record<string, unknown>>)).toEqual([]);
  });

  it('leave partners to the part of the page that asks for them', () => expect(read(form({ kind: 'partners', least: 1, most: 2 }), {})).toEqual({ ok: true, value: {} }));
});
