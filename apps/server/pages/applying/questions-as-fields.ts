import { choice, count, date, group, money, optional, shapeOf, showDate, showMoney, text, yesNo, type Code, type Field, type Fields, type Money, type ShapeClass } from '#kernel';
import { largestFile, type Answer, type Answers } from '#domain/applications';
import type { Form, Question } from '#domain/programmes';
import { sizeInWords } from '../../files/file-name.js';
import type { Words } from '../../forms/read-form.js';

type Options = readonly { readonly option: string; readonly words: string }[];
const wordsOf = (options: Options): Readonly<Record<string, string>> => Object.fromEntries(options.map(({ option, words }) => [option, words]));

/** What a question asks, as a field of the kind that commands have: its page is drawn, read and explained as every form is. Partners are asked for beside. */
function fieldOf({ ask, hint, answer }: Question): Field<unknown> | undefined {
  const hints = hint === undefined ? {} : { hint };
  switch (answer.kind) {
    case 'text':
      return text(ask, { ...hints, max: answer.limit, long: answer.limit > 200 }) as Field<unknown>;
    case 'number':
      return count(ask, { ...hints, min: answer.least ?? 0, max: answer.most ?? 1_000_000_000_000 }) as Field<unknown>;
    case 'date':
      return date(ask, hints) as Field<unknown>;
    case 'declaration':
      return yesNo(ask, { hint: answer.statement }) as Field<unknown>;
    case 'choice':
      return answer.several ? manyOf(ask, hints, answer.options) : (choice(ask, wordsOf(answer.options), hints) as Field<unknown>);
    case 'money-table':
      return group(ask, Object.fromEntries(answer.rows.map(({ row, words }) => [row, money(words, { orNil: true })])), '', hints) as Field<unknown>;
    case 'file':
      // What the form knows of a file that was sent: see file-answers.ts. Nobody types any of it.
      return group(ask, { name: text('Name'), digest: text('SHA-256', { max: 64 }), bytes: count('Bytes', { max: largestFile }) }, '', hints) as Field<unknown>;
    case 'partners':
      return undefined;
  }
}
const manyOf = (ask: string, hints: { readonly hint?: string }, options: Options): Field<unknown> =>
  group(ask, Object.fromEntries(options.map(({ option, words }) => [option, optional(yesNo(words))])), '', hints) as Field<unknown>;

/** A class of fields is kept for ever by whoever checks inputs, so each form has one and not each request. */
const shapes = new Map<string, ShapeClass>();

/** The questions of a form as the fields of one shape, by their codes. */
export function shapeOfForm(form: Form): ShapeClass {
  const key = JSON.stringify(form);
  const known = shapes.get(key);
  if (known) return known;
  const fields: Record<string, Fields[string]> = {};
  for (const question of form) {
    const field = fieldOf(question);
    if (field) fields[question.code] = question.required ? field : optional(field);
  }
  const shape = shapeOf(fields);
  shapes.set(key, shape);
  return shape;
}

type Read = Readonly<Record<string, unknown>>;

/** What was read of a form's fields, as answers to its questions. */
export const answersFrom = (form: Form, read: Read): Answers => form.flatMap((question) => {
  const value = read[question.code];
  const answer = value === undefined ? undefined : answerFrom(question, value);
  return answer ? [{ question: question.code, answer }] : [];
});

function answerFrom({ answer: { kind, ...asked } }: Question, value: unknown): Answer | undefined {
  switch (kind) {
    case 'text':
      return { kind, words: value } as Answer;
    case 'number':
      return { kind, number: value } as Answer;
    case 'date':
      return { kind, on: value } as Answer;
    case 'declaration':
      return { kind, agreed: value } as Answer;
    case 'choice': {
      const chosen = 'several' in asked && asked.several ? Object.entries(value as Read).flatMap(([option, isChosen]) => (isChosen === true ? [{ option }] : [])) : [{ option: value }];
      return chosen.length > 0 ? ({ kind, chosen } as Answer) : undefined;
    }
    case 'money-table':
      return { kind, lines: Object.entries(value as Readonly<Record<Code, Money>>).map(([row, amount]) => ({ row: row as Code, amount })) };
    case 'file':
      return { kind, ...(value as Read) } as Answer;
    case 'partners':
      return undefined;
  }
}

/** An answer as the words that were typed into its fields, all of them under `name`. */
export function typedFrom(answer: Answer, name: string): Words {
  switch (answer.kind) {
    case 'text':
      return { [name]: answer.words };
    case 'number':
      return { [name]: String(answer.number) };
    case 'date': {
      const [year = '', month = '', day = ''] = answer.on.split('-');
      return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
    }
    case 'declaration':
      return { [name]: answer.agreed ? 'yes' : 'no' };
    case 'choice':
      return { [name]: answer.chosen[0]?.option ?? '', ...Object.fromEntries(answer.chosen.map(({ option }) => [`${name}.${option}`, 'yes'])) };
    case 'money-table':
      return Object.fromEntries(answer.lines.map(({ row, amount }) => [`${name}.${row}`, showMoney(amount)]));
    case 'file':
      return { [`${name}.name`]: answer.name, [`${name}.digest`]: answer.digest, [`${name}.bytes`]: String(answer.bytes) };
  }
}

/** An answer in the words of its question: options and rows by what they are called, not by their codes. */
export function inWordsOf({ answer: asked }: Question, answer: Answer): string {
  const called = (code: string): string => {
    if (asked.kind === 'choice') return asked.options.find(({ option }) => option === code)?.words ?? code;
    return asked.kind === 'money-table' ? (asked.rows.find(({ row }) => row === code)?.words ?? code) : code;
  };
  switch (answer.kind) {
    case 'choice':
      return answer.chosen.map(({ option }) => called(option)).join(', ');
    case 'money-table':
      return answer.lines.map(({ row, amount }) => `${called(row)}: ${showMoney(amount)}`).join('; ');
    case 'declaration':
      return answer.agreed ? 'Yes' : 'No';
    case 'date':
      return showDate(answer.on);
    case 'text':
      return answer.words;
    case 'number':
      return answer.number.toLocaleString('en-GB');
    case 'file':
      return `${answer.name}, ${sizeInWords(answer.bytes)}`;
  }
}
