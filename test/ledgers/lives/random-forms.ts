import { addDays } from '#kernel';
import type { Form, Question } from '#domain/programmes';
import type { Case, Written } from './case.js';

type Drawing = Pick<Case, 'below' | 'pick' | 'on'>;

const question = (code: string, answer: object, more: object = {}): Written => ({
  code, ask: `About ${code}?`, required: true, reusable: false, answer, ...more,
});
const homes = question('homes', { kind: 'number', of: 'homes', least: 1, most: 1_000 });
/** Questions that rules and weights ask for, and that every form has. */
const cited = [
  homes,
  question('sort', {
    kind: 'choice', options: [{ option: 'new', words: 'New' }, { option: 'old', words: 'Old' }, { option: 'none', words: 'None' }], several: false,
  }),
  question('ready', { kind: 'declaration', statement: 'We are ready.' }, { required: false }),
];
const besides = [
  question('words', { kind: 'text', limit: 100 }, { reusable: true }),
  question('cost', { kind: 'money-table', rows: [{ row: 'staff', words: 'Staff' }, { row: 'works', words: 'Works' }], most: '£60,000.00' }),
  question('begins', { kind: 'date', from: '2012-04-01' }),
  question('paper', { kind: 'file', kinds: 'document', kilobytes: 100 }, { required: false }),
  question('friends', { kind: 'partners', least: 1, most: 2 }, { required: false }),
];
const essays = Array.from({ length: 40 }, (_, i) => question(`essay-${i}`, { kind: 'text', limit: 4_000 }, { required: false }));

/** Questions of a round: those that its terms may ask for, and some more. */
export const randomForm = ({ below }: Drawing): readonly Written[] => [...cited, ...(below(15) === 0 ? essays : besides.filter(() => below(2) === 0))];

/** What is wrong on purpose with a form, by the refusal that it is due. */
export const spoiledForms: Readonly<Record<string, readonly Written[]>> = {
  'question-named-twice': [...cited, homes],
  'answer-named-twice': [question('sort', { kind: 'choice', options: [{ option: 'new', words: 'New' }, { option: 'new', words: 'Newer' }], several: false })],
  'answer-out-of-bounds': [question('homes', { kind: 'number', of: 'homes', least: 2, most: 1 })],
  'form-is-too-long': Array.from({ length: 20 }, (_, i) => question(`question-${i}`, {
    kind: 'choice', options: Array.from({ length: 40 }, (_each, j) => ({ option: `o${j}`, words: 'é'.repeat(100) })), several: true,
  })),
  'question-is-unknown': [question('nothing', { kind: 'date' })],
  'question-cannot-answer': [question('homes', { kind: 'text', limit: 10 }), question('sort', { kind: 'date' }), question('ready', { kind: 'date' })],
};

/** An answer that its question takes. */
function fitting({ answer }: Question, { below, pick, on }: Drawing): Written | undefined {
  switch (answer.kind) {
    case 'text':
      return { kind: 'text', words: answer.limit === 4_000 ? 'w'.repeat(4_000) : 'Words' };
    case 'money-table':
      return { kind: 'money-table', lines: answer.rows.map(({ row }) => ({ row, amount: '£1.00' })) };
    case 'date':
      return { kind: 'date', on: addDays(on, below(9)) };
    case 'choice':
      return { kind: 'choice', chosen: [{ option: answer.options[below(answer.options.length)]?.option ?? '' }] };
    case 'number':
      return { kind: 'number', number: pick([1, 7, 600, 600]) };
    case 'file':
      return { kind: 'file', name: 'plan.pdf', digest: 'a'.repeat(64), bytes: 1_000 };
    case 'declaration':
      return { kind: 'declaration', agreed: below(4) > 0 };
    case 'partners':
      return undefined;
  }
}

/** Ways to answer a form wrongly: an answer more, less, twice, of another kind, too long, out of bounds. */
const wrongly: readonly ((answers: readonly Written[]) => readonly Written[])[] = [
  (answers) => [...answers.slice(0, 79), { question: 'nowhere', answer: { kind: 'number', number: 1 } }],
  (answers) => [...answers, ...answers].slice(0, 80),
  (answers) => answers.slice(1),
  (answers) => answers.map((each, i) => (i === 0 ? { ...each, answer: { kind: 'date', on: '2012-05-01' } } : each)),
  (answers) => [...answers.filter((each) => each['question'] !== 'words'), { question: 'words', answer: { kind: 'text', words: 'w'.repeat(101) } }],
  (answers) => answers.map((each) => (each['question'] === 'homes' ? { ...each, answer: { kind: 'number', number: 5_000 } } : each)),
];

/** Answers to a form, well mostly. */
export function randomAnswers(form: Form, of: Drawing): readonly Written[] {
  const answers = form.flatMap((each) => fitting(each, of) ?? []).map((answer, i) => ({
    question: form.filter(({ answer: { kind } }) => kind !== 'partners')[i]?.code ?? '', answer,
  }));
  return of.below(4) === 0 ? (wrongly[of.below(wrongly.length)]?.(answers) ?? answers) : answers;
}
