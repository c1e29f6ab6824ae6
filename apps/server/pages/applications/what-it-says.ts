import { toCode } from '#kernel';
import { questionOf } from '#domain/programmes';
import type { AnswersPage, EligibilityPage } from '#views/registers';
import type { FormPage } from '#views/schemes';
import { columns, linked, words, type Table } from '../../layout/table.js';
import { inWords } from '../../layout/words.js';
import { inWordsOf } from '../applying/questions-as-fields.js';

const stands = (met: boolean, effect: string): string => (met ? 'Met' : effect === 'flags' ? 'Not met, which is noted' : 'Not met');

/** How an application stands by each rule, as it was told when it was sent; undefined where its terms had none. */
export const verdictsTable = ({ verdicts }: EligibilityPage): Table | undefined =>
  verdicts.length === 0 ? undefined : {
    id: 'verdicts', caption: 'By the terms that it was sent under', heads: columns('Rule', 'Version of the terms', 'Stands', 'Why'),
    rows: verdicts.map(({ rule, version, effect, met, reason }) => [words(rule), words(version), words(stands(met, effect)), words(reason)]),
  };

const outcome: Readonly<Record<string, string>> = { eligible: 'Eligible', flagged: 'Eligible, with preferences that it does not meet', 'not-eligible': 'Not eligible' };

/** What later looks at it found, under the terms in force then. */
export const screeningsTable = ({ screenings }: EligibilityPage): Table | undefined =>
  screenings.length === 0 ? undefined : {
    id: 'screenings', caption: 'Screened since', heads: columns('On', 'Version of the terms', 'Found', 'Why'),
    rows: screenings.map(({ on, version, eligibility, reasons }) => [words(inWords(on)), words(version), words(outcome[eligibility] ?? eligibility), words(reasons ?? '')]),
  };

/** Digests of the files that an application names, to ask which of them are kept here. */
export const digestsIn = (page: AnswersPage | undefined): readonly string[] =>
  (page?.answers ?? []).flatMap(({ answer }) => (answer.kind === 'file' ? [answer.digest] : []));

export interface FilesSeen {
  /** Those that are kept here. */
  readonly kept: ReadonlySet<string>;
  readonly hrefOf: (question: string) => string;
  /** Whoever audits compares them. */
  readonly showsDigests: boolean;
}

/** The answers under the words of their questions; a question that the form no longer asks stands under its code. A file is fetched where it is kept here. */
export function answersTable({ answers, sent, sentOn }: AnswersPage, form: FormPage | undefined, { kept, hrefOf, showsDigests }: FilesSeen): Table | undefined {
  if (answers.length === 0) return undefined;
  const digests = showsDigests && answers.some(({ answer }) => answer.kind === 'file');
  const rows = answers.map(({ question, answer, words: plain, reused }) => {
    const asked = form && questionOf(form.questions, toCode(question));
    const called = asked?.ask ?? question;
    const said = asked ? inWordsOf(asked, answer) : plain;
    const isElsewhere = answer.kind === 'file' && !kept.has(answer.digest);
    const plainly = words(isElsewhere ? `${said}, kept elsewhere` : said);
    const cell = answer.kind === 'file' && !isElsewhere ? linked(said, hrefOf(question), `, which answers ${called}`) : plainly;
    return [words(called), cell, words(reused ? 'yes' : ''), ...(digests ? [words(answer.kind === 'file' ? answer.digest : '')] : [])];
  });
  const heads = columns('Question', 'Answer', 'Told before', ...(digests ? ['SHA-256 of the file'] : []));
  return { id: 'answers', caption: `As sent on ${inWords(sentOn)}${sent > 1 ? `, sending ${String(sent)}` : ''}`, heads, rows };
}
