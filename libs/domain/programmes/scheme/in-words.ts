import { showDate, type IsoDate } from '#kernel';
import { kindOfFile, type Form, type QuestionType } from '../form.js';
import { capsInWords, choosingInWords, intakeInWords, roomInWords } from './choosing-in-words.js';
import { matchInWords, moneyInWords, supportInWords } from './giving-in-words.js';
import { phasesInWords, reportInWords } from './work-in-words.js';
import { ruleInWords } from './rule-in-words.js';
import type { SchemeTerms } from './scheme-terms.js';
import { fundsInWords, yearsInWords } from './years-in-words.js';

export interface Section {
  readonly heading: string;
  readonly sentences: readonly string[];
}
/** What a round adds to its terms. */
export interface RoundWords {
  readonly opensOn?: IsoDate | undefined;
  readonly closesOn?: IsoDate | undefined;
  readonly form?: Form | undefined;
  readonly capacity?: number | undefined;
}

/** Each slot of the terms with its heading, in the order in which an applicant asks. What the terms do not say is left out. */
const slots: Readonly<Record<string, (terms: SchemeTerms, round: RoundWords) => readonly string[]>> = {
  'What is given': ({ support }) => support.map(supportInWords),
  'How much': ({ support, money }) => moneyInWords(support, money),
  Match: ({ match }) => [matchInWords(match)],
  'Which years pay': ({ money, years }) => (money && money.kind !== 'none' ? yearsInWords(years) : []),
  'Whose money it is': fundsInWords,
  'Who may come': ({ eligibility = [] }, { form = [] }) => (eligibility.length === 0 ? ['There is no rule about who may come.'] : eligibility.map((rule) => ruleInWords(rule, form))),
  'How to come in, and until when': ({ intake }, round) => [...intakeInWords(intake), ...datesInWords(round)],
  'What is asked': (_, { form = [] }) => form.map(({ ask, required, answer }) => `${ask} (${answerInWords(answer)}${required ? '' : '; it may be left out'})`),
  'How they are chosen': ({ selection }) => choosingInWords(selection),
  'Caps for one body': capsInWords,
  'How many there is room for': roomInWords,
  Phases: ({ phases = [] }) => phasesInWords(phases),
  Reports: ({ reporting = [] }) => reporting.map(reportInWords),
};

/** The terms in plain words, by heading. Page, document and `tally` print nothing else. */
export const inWords = (terms: SchemeTerms, round: RoundWords = {}): readonly Section[] =>
  Object.entries(slots).map(([heading, say]) => ({ heading, sentences: say(terms, round) })).filter(({ sentences }) => sentences.length > 0);

function answerInWords(answer: QuestionType): string {
  switch (answer.kind) {
    case 'text':
      return `at most ${answer.limit} characters`;
    case 'money-table':
      return 'a table of amounts';
    case 'date':
      return 'a date';
    case 'choice':
      return `${answer.several ? 'any' : 'one'} of: ${answer.options.map(({ words }) => words).join('; ')}`;
    case 'number':
      return `a number of ${answer.of}`;
    case 'file':
      return `${kindOfFile.spec.show(answer.kinds)} of at most ${answer.kilobytes.toLocaleString('en-GB')} kilobytes`;
    case 'declaration':
      return `a declaration: ${answer.statement}`;
    case 'partners':
      return 'partners with their roles';
  }
}

function datesInWords({ opensOn, closesOn }: RoundWords): readonly string[] {
  if (opensOn && closesOn) return [`It is open from ${showDate(opensOn)} to ${showDate(closesOn)}, both days included.`];
  if (opensOn) return [`It opens on ${showDate(opensOn)}.`];
  return closesOn ? [`The last day is ${showDate(closesOn)}.`] : [];
}
