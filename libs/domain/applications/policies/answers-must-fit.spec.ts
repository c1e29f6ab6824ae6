import { gbp, toCode, toDate, type Code } from '#kernel';
import type { Form, QuestionType } from '#domain/programmes';
import type { Answer } from '../answers.js';
import { answersMustFit } from './answers-must-fit.js';

const [q, a, b] = ['q', 'a', 'b'].map(toCode) as [Code, Code, Code];
const rows = [{ row: a, words: 'Staff' }, { row: b, words: 'Travel' }];
const options = [{ option: a, words: 'Owned' }, { option: b, words: 'Leased' }];
const digest = 'a'.repeat(64);
const form = (answer: QuestionType, required = true): Form => [{ code: q, ask: 'What?', required, reusable: false, answer }];
const asked = (answer: QuestionType, given: Answer) => answersMustFit(form(answer), [{ question: q, answer: given }], []);
const line = (row: Code, pounds: number) => ({ row, amount: gbp(pounds * 100) });

describe('answers to the questions of a form', () => {
  it('are to questions that it has, each answered once', () => {
    expect(answersMustFit(undefined, [{ question: q, answer: { kind: 'number', number: 1 } }], [])).toMatchObject({ name: 'question-is-unknown', details: { question: 'q' } });
    const twice = { question: q, answer: { kind: 'number', number: 1 } } as const;
    expect(answersMustFit(form({ kind: 'number', of: 'homes' }), [twice, twice], [])).toMatchObject({ name: 'question-is-answered-twice' });
  });

  it('may be left out where they need not be given', () => {
    expect(answersMustFit(form({ kind: 'number', of: 'homes' }, false), [], [])).toBeUndefined();
    expect(answersMustFit(form({ kind: 'number', of: 'homes' }), [], [])).toMatchObject({ name: 'answer-is-missing', details: { ask: 'What?' } });
  });

  it('are of the kind that the question takes', () =>
    expect(asked({ kind: 'number', of: 'homes' }, { kind: 'text', words: 'many' })).toMatchObject({ name: 'answer-is-of-another-kind', details: { wanted: 'a number of homes' } }));

  it('have no more letters than are taken', () => {
    expect(asked({ kind: 'text', limit: 4 }, { kind: 'text', words: 'many' })).toBeUndefined();
    expect(asked({ kind: 'text', limit: 3 }, { kind: 'text', words: 'many' })).toMatchObject({ name: 'answer-is-too-long', details: { length: 4, limit: 3 } });
  });

  it.each<[string, QuestionType, Answer, string | undefined]>([
    ['a number at its bound', { kind: 'number', of: 'homes', least: 5, most: 5 }, { kind: 'number', number: 5 }, undefined],
    ['a number below', { kind: 'number', of: 'homes', least: 5 }, { kind: 'number', number: 4 }, '4 homes is below 5'],
    ['a number above', { kind: 'number', of: 'homes', most: 5 }, { kind: 'number', number: 6 }, '6 homes is above 5'],
    ['a date within', { kind: 'date', from: toDate('2012-04-01'), until: toDate('2012-04-01') }, { kind: 'date', on: toDate('2012-04-01') }, undefined],
    ['a date too early', { kind: 'date', from: toDate('2012-04-02') }, { kind: 'date', on: toDate('2012-04-01') }, '1 April 2012 is before 2 April 2012'],
    ['a date too late', { kind: 'date', until: toDate('2012-03-31') }, { kind: 'date', on: toDate('2012-04-01') }, '1 April 2012 is after 31 March 2012'],
    ['one option', { kind: 'choice', options, several: false }, { kind: 'choice', chosen: [{ option: a }] }, undefined],
    ['an unknown option', { kind: 'choice', options, several: false }, { kind: 'choice', chosen: [{ option: q }] }, 'q is not one of its options'],
    ['two options of which one may be chosen', { kind: 'choice', options, several: false }, { kind: 'choice', chosen: [{ option: a }, { option: b }] }, 'only one option may be chosen'],
    ['several options', { kind: 'choice', options, several: true }, { kind: 'choice', chosen: [{ option: a }, { option: b }] }, undefined],
    ['one option twice', { kind: 'choice', options, several: true }, { kind: 'choice', chosen: [{ option: a }, { option: a }] }, 'an option is chosen twice'],
    ['no option', { kind: 'choice', options, several: true }, { kind: 'choice', chosen: [] }, 'no option is chosen'],
    ['a whole table', { kind: 'money-table', rows, most: gbp(300) }, { kind: 'money-table', lines: [line(a, 1), line(b, 2)] }, undefined],
    ['a table with a row too many', { kind: 'money-table', rows }, { kind: 'money-table', lines: [line(a, 1), line(b, 2), line(q, 3)] }, 'q is not one of its rows'],
    ['a table with a row missing', { kind: 'money-table', rows }, { kind: 'money-table', lines: [line(a, 1)] }, 'give one amount for Travel'],
    ['a table that comes to too much', { kind: 'money-table', rows, most: gbp(299) }, { kind: 'money-table', lines: [line(a, 1), line(b, 2)] }, 'the rows come to £3.00, and at most £2.99 is taken'],
    ['a file', { kind: 'file', kinds: 'document', kilobytes: 1 }, { kind: 'file', name: 'Plan.PDF', digest, bytes: 1024 }, undefined],
    ['a file of another kind', { kind: 'file', kinds: 'picture', kilobytes: 1 }, { kind: 'file', name: 'plan.pdf', digest, bytes: 1 }, 'plan.pdf is not a picture. Send one of png, jpg, jpeg, gif, webp'],
    ['a file of any kind', { kind: 'file', kinds: 'any', kilobytes: 1 }, { kind: 'file', name: 'plan.xyz', digest, bytes: 1 }, undefined],
    ['a file that is too large', { kind: 'file', kinds: 'any', kilobytes: 1 }, { kind: 'file', name: 'plan.pdf', digest, bytes: 1025 }, 'plan.pdf has 2 kilobytes and at most 1 are taken'],
    ['a file without a digest', { kind: 'file', kinds: 'any', kilobytes: 1 }, { kind: 'file', name: 'plan.pdf', digest: 'abc', bytes: 1 }, 'the digest of plan.pdf is not 64 hexadecimal digits'],
  ])('lie within bounds: %s', (_, question, given, reason) =>
    expect(asked(question, given)).toEqual(reason === undefined ? undefined : expect.objectContaining({ name: 'answer-is-out-of-bounds', details: { ask: 'What?', reason } })));

  it('include a declaration only where it was made', () => {
    const statement: QuestionType = { kind: 'declaration', statement: 'It is true' };
    expect(asked(statement, { kind: 'declaration', agreed: true })).toBeUndefined();
    expect(asked(statement, { kind: 'declaration', agreed: false })).toMatchObject({ name: 'answer-is-missing' });
    expect(answersMustFit(form(statement, false), [{ question: q, answer: { kind: 'declaration', agreed: false } }], [])).toBeUndefined();
  });

  it('take partners for the answer where partners are asked for', () => {
    const partners: QuestionType = { kind: 'partners', least: 2, most: 3 };
    expect(answersMustFit(form(partners), [], [1, 2])).toBeUndefined();
    expect(answersMustFit(form(partners), [], [])).toMatchObject({ name: 'answer-is-missing' });
    expect(answersMustFit(form(partners, false), [], [])).toBeUndefined();
    expect(answersMustFit(form(partners), [], [1])).toMatchObject({ name: 'answer-is-out-of-bounds', details: { reason: '1 partners are named, and it takes 2 to 3' } });
    expect(asked(partners, { kind: 'number', number: 2 })).toMatchObject({ name: 'answer-is-of-another-kind' });
  });

  it('come together to less than a record holds, counted as they are stored', () => {
    const codes = Array.from({ length: 60 }, (_, i) => toCode(`q${i}`));
    const long: Form = codes.map((code) => ({ code, ask: 'What?', required: true, reusable: false, answer: { kind: 'text', limit: 4_000 } }));
    const told = (letter: string, times: number) => codes.map((question) => ({ question, answer: { kind: 'text', words: letter.repeat(times) } as const }));
    expect(answersMustFit(long, told('a', 2_400), [])).toBeUndefined();
    expect(answersMustFit(long, told('a', 2_500), [])).toMatchObject({ name: 'application-is-too-long', details: { most: 150_000 } });
    expect(answersMustFit(long, told('é', 1_250), [])).toMatchObject({ name: 'application-is-too-long' });
  });
});
