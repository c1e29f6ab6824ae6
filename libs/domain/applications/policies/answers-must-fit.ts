import { exceeds, refuse, showDate, showMoney, total, type Refusal } from '#kernel';
import { questionOf, questionType, type Form, type Question, type QuestionType } from '#domain/programmes';
import { answerTo, type Answer, type Answers } from '../answers.js';
import { endingOf, fileTypes } from '../file-types.js';

export const answerRefusals = {
  'question-is-unknown': 'The form has no question {question}',
  'question-is-answered-twice': '{question} is answered twice. Give one answer',
  'answer-is-missing': 'The question “{ask}” is not answered',
  'answer-is-of-another-kind': 'The question “{ask}” takes {wanted}',
  'answer-is-too-long': 'The answer to “{ask}” has {length} characters and at most {limit} are taken',
  'answer-is-out-of-bounds': 'The answer to “{ask}” does not fit: {reason}',
  'application-is-too-long': 'The answers come to {length} characters in all and at most {most} are taken. Letters with accents count for more than one',
} as const;
type Misfit = Refusal<keyof typeof answerRefusals>;

/** All answers together, in bytes: they are one record, beside partners and verdicts, and a record is limited to 256 KB. */
const longest = 150_000;

type Kind = Answer['kind'];
type Of<Union, K> = Extract<Union, { readonly kind: K }>;
/** What is wrong with an answer of the right kind; undefined where nothing is. */
type Fit<K extends Kind> = (asked: Of<QuestionType, K>, answer: Of<Answer, K>) => string | undefined;

const fits: { readonly [K in Kind]: Fit<K> } = {
  text: () => undefined,
  'money-table'({ rows, most }, { lines }) {
    const unknown = lines.find(({ row }) => !rows.some((each) => each.row === row));
    if (unknown) return `${unknown.row} is not one of its rows`;
    const [missing] = rows.filter(({ row }) => lines.filter((each) => each.row === row).length !== 1);
    if (missing) return `give one amount for ${missing.words}`;
    const sum = total(lines.map(({ amount }) => amount));
    return most && exceeds(sum, most) ? `the rows come to ${showMoney(sum)}, and at most ${showMoney(most)} is taken` : undefined;
  },
  date({ from, until }, { on }) {
    if (from !== undefined && on < from) return `${showDate(on)} is before ${showDate(from)}`;
    return until !== undefined && on > until ? `${showDate(on)} is after ${showDate(until)}` : undefined;
  },
  choice({ options, several }, { chosen }) {
    const unknown = chosen.find(({ option }) => !options.some((each) => each.option === option));
    if (unknown) return `${unknown.option} is not one of its options`;
    if (new Set(chosen.map(({ option }) => option)).size < chosen.length) return 'an option is chosen twice';
    if (chosen.length === 0) return 'no option is chosen';
    return !several && chosen.length > 1 ? 'only one option may be chosen' : undefined;
  },
  number({ least, most, of }, { number }) {
    if (least !== undefined && number < least) return `${number} ${of} is below ${least}`;
    return most !== undefined && number > most ? `${number} ${of} is above ${most}` : undefined;
  },
  file({ kinds, kilobytes }, { name, digest, bytes }) {
    const type = endingOf(name);
    if (kinds !== 'any' && !fileTypes[kinds].some((each) => each === type)) return `${name} is not a ${kinds}. Send one of ${fileTypes[kinds].join(', ')}`;
    if (!/^[0-9a-f]{64}$/.test(digest)) return `the digest of ${name} is not 64 hexadecimal digits`;
    return bytes > kilobytes * 1024 ? `${name} has ${Math.ceil(bytes / 1024)} kilobytes and at most ${kilobytes} are taken` : undefined;
  },
  declaration: () => undefined,
};

function misfit({ ask, answer: asked }: Question, answer: Answer): Misfit | undefined {
  if (asked.kind !== answer.kind) return refuse('answer-is-of-another-kind', { ask, wanted: questionType.spec.show(asked) });
  if (asked.kind === 'text' && answer.kind === 'text' && answer.words.length > asked.limit) return refuse('answer-is-too-long', { ask, length: answer.words.length, limit: asked.limit });
  const reason = (fits[answer.kind] as (asked: QuestionType, answer: Answer) => string | undefined)(asked, answer);
  return reason === undefined ? undefined : refuse('answer-is-out-of-bounds', { ask, reason });
}

/** Whether one answer is what its question takes. */
export const answerFits = (question: Question, answer: Answer): boolean => misfit(question, answer) === undefined;

const bytesOf = (given: Answers): number => new TextEncoder().encode(JSON.stringify(given)).length;

/** Every answer is to a question of the form, of its kind and within its bounds, and none is missing that must be given. Partners answer the question for partners. */
export function answersMustFit(form: Form | undefined, given: Answers, partners: readonly unknown[]): Misfit | undefined {
  const questions = form ?? [];
  const unknown = given.find(({ question }) => !questionOf(questions, question));
  if (unknown) return refuse('question-is-unknown', { question: unknown.question });
  const twice = given.find(({ question }, i) => given.findIndex((other) => other.question === question) < i);
  if (twice) return refuse('question-is-answered-twice', { question: twice.question });

  for (const question of questions) {
    const { ask, required, answer: asked } = question;
    const answer = answerTo(given, question.code);
    const wrong = answer && misfit(question, answer);
    if (wrong) return wrong;
    const missing = asked.kind === 'partners' ? partners.length === 0 : answer === undefined || (answer.kind === 'declaration' && !answer.agreed);
    if (missing && required) return refuse('answer-is-missing', { ask });
    if (asked.kind === 'partners' && !missing && (partners.length < asked.least || partners.length > asked.most)) {
      return refuse('answer-is-out-of-bounds', { ask, reason: `${partners.length} partners are named, and it takes ${asked.least} to ${asked.most}` });
    }
  }
  const length = bytesOf(given);
  return length > longest ? refuse('application-is-too-long', { length, most: longest }) : undefined;
}
