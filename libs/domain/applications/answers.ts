import { code, count, date, list, money, oneOf, text, variant, yesNo, type Code, type FieldValue } from '#kernel';
import { declared, type Facts } from './cited-answers.js';
import { largestFile } from './file-types.js';

const figure = 1_000_000_000_000;
const digest = text('SHA-256 of the file, in hexadecimal', { max: 64 });

/** An answer of the kind that its question takes. A file is named here with its digest and its size in bytes; its bytes are kept beside the log, or elsewhere by whoever gave it. */
export const answerField = oneOf('Answer', {
  text: variant({ words: text('Words', { long: true, hint: 'No names of people: answers are kept for ever' }) }, '{words}'),
  'money-table': variant({ lines: list('Lines', { row: code('Row'), amount: money('Amount', { orNil: true }) }, '{row} {amount}', { max: 40 }) }, '{lines}'),
  date: variant({ on: date('Date') }, '{on}'),
  choice: variant({ chosen: list('Chosen', { option: code('Option') }, '{option}', { max: 40 }) }, '{chosen}'),
  number: variant({ number: count('Number', { max: figure }) }, '{number}'),
  file: variant({ name: text('Name of the file'), digest, bytes: count('Bytes', { max: largestFile }) }, '{name} ({bytes} bytes, {digest})'),
  declaration: variant({ agreed: yesNo('Agreed') }, '{agreed}'),
});
export type Answer = FieldValue<typeof answerField>;

export const answersField = list('Answers', { question: code('Question'), answer: answerField }, '{question}: {answer}', { max: 80 });
export type Answers = FieldValue<typeof answersField>;

export const answerTo = (given: Answers, question: Code): Answer | undefined => given.find((each) => each.question === question)?.answer;

/** Whether two answers say the same, however their fields were ordered on the way. */
export const sameAnswer = (a: Answer, b: Answer): boolean => a.kind === b.kind && answerField.spec.show(a) === answerField.spec.show(b);

/** What rules, rankings and weights can cite of the answers. */
export const factsOf = (given: Answers): Facts =>
  given.flatMap(({ question, answer }): Facts => {
    switch (answer.kind) {
      case 'number':
        return [{ question, number: answer.number }];
      case 'choice':
        return answer.chosen.map(({ option }) => ({ question, option }));
      case 'declaration':
        return answer.agreed ? [{ question, option: declared }] : [];
      case 'text':
      case 'money-table':
      case 'date':
      case 'file':
        return [];
    }
  });
