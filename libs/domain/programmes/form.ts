import { choice, code, count, date, list, money, oneOf, optional, text, variant, yesNo, type Code, type FieldValue } from '#kernel';

const option = { option: code('Code'), words: text('Words') };
const figure = 1_000_000_000_000;

/** What kind of answer a question takes. */
export const kindOfFile = choice('Kind of file', { document: 'a document', spreadsheet: 'a spreadsheet', picture: 'a picture', any: 'a file of any kind' });

export const questionType = oneOf('Answered by', {
  text: variant({ limit: count('Characters at most', { min: 1, max: 4_000 }) }, 'words, at most {limit} characters'),
  'money-table': variant(
    { rows: list('Rows', { row: code('Code'), words: text('Words') }, '{words}', { min: 1, max: 40 }), most: optional(money('All rows together at most')) },
    'an amount of money for each of: {rows}',
  ),
  date: variant({ from: optional(date('Not before')), until: optional(date('Not after')) }, 'a date'),
  choice: variant({ options: list('Options', option, '{words}', { min: 2, max: 40 }), several: yesNo('Whether several may be chosen') }, 'a choice of: {options}'),
  number: variant({ least: optional(count('At least', { max: figure })), most: optional(count('At most', { max: figure })), of: text('Of what') }, 'a number of {of}'),
  file: variant(
    { kinds: kindOfFile, kilobytes: count('Kilobytes at most', { min: 1, max: 25_000 }) },
    '{kinds} of at most {kilobytes} kilobytes',
  ),
  declaration: variant({ statement: text('Statement', { long: true }) }, 'a declaration: {statement}'),
  partners: variant({ least: count('At least', { max: 100 }), most: count('At most', { min: 1, max: 100 }) }, '{least} to {most} partners with their roles'),
});
export type QuestionType = FieldValue<typeof questionType>;

/** The questions of a round, built by whoever runs it. An answer that is reusable is kept, so that nobody is asked for it twice. */
export const formField = list(
  'Questions',
  {
    code: code('Code'),
    ask: text('Question', { hint: 'Do not ask for names of people: answers are kept for ever' }),
    hint: optional(text('Hint')),
    required: yesNo('Whether it must be answered'),
    reusable: yesNo('Whether the answer is kept for the next application'),
    answer: questionType,
  },
  '{ask}',
  { min: 1, max: 80 },
);
export type Form = FieldValue<typeof formField>;
export type Question = Form[number];

export const questionOf = (form: Form, asked: Code): Question | undefined => form.find(({ code: each }) => each === asked);
