import { refuse, showDate } from '#kernel';
import { firstRepeated } from './first-repeated.js';
import type { Form, QuestionType } from './form.js';
import { bytesOf } from './size.js';

export const formRefusals = {
  'question-named-twice': 'The question {question} is named twice. Give each question one code',
  'answer-named-twice': '{answer} is named twice in the question {question}',
  'answer-out-of-bounds': 'The question {question} takes answers from {least} to {most}, which none can meet',
  'form-is-too-long': 'The questions come to {length} characters in all and at most {most} are kept. Letters with accents count for more than one',
} as const;

/** In bytes. */
const longest = 120_000;

/** Questions and their answers are named once, and every question can be answered. */
export function formMustHold(form: Form) {
  const repeated = firstRepeated(form, ({ code }) => code);
  if (repeated) return refuse('question-named-twice', { question: repeated.code });
  for (const { code: question, answer } of form) {
    const twice = firstRepeated(namedIn(answer), (each) => each);
    if (twice !== undefined) return refuse('answer-named-twice', { question, answer: twice });
    const bounds = boundsOf(answer);
    if (bounds) return refuse('answer-out-of-bounds', { question, ...bounds });
  }
  const length = bytesOf(form);
  return length > longest ? refuse('form-is-too-long', { length, most: longest }) : undefined;
}

const namedIn = (answer: QuestionType): readonly string[] =>
  answer.kind === 'choice' ? answer.options.map(({ option }) => option) : answer.kind === 'money-table' ? answer.rows.map(({ row }) => row) : [];

/** The bounds of an answer, where they are the wrong way round. */
function boundsOf(answer: QuestionType): { readonly least: string | number; readonly most: string | number } | undefined {
  switch (answer.kind) {
    case 'date':
      return answer.from !== undefined && answer.until !== undefined && answer.from > answer.until ? { least: showDate(answer.from), most: showDate(answer.until) } : undefined;
    case 'number':
    case 'partners': {
      const { least, most } = answer;
      return least !== undefined && most !== undefined && least > most ? { least, most } : undefined;
    }
    case 'text':
    case 'money-table':
    case 'choice':
    case 'file':
    case 'declaration':
      return undefined;
  }
}
