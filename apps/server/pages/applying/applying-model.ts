import { randomUUID } from 'node:crypto';
import { readInput, type CommandDeclaration, type Problem } from '#kernel';
import type { Answers, Partner } from '#domain/applications';
import { questionOf } from '#domain/programmes';
import type { FormPage } from '#views/schemes';
import { formFields, problemsShown, type FormField, type Suggestions } from '../../forms/form-field.js';
import { readForm, type Words } from '../../forms/read-form.js';
import type { SummaryRow } from '../../layout/figures.js';
import { template, type Page } from '../../layout/reply.js';
import { inWords } from '../../layout/words.js';
import { fileQuestions } from './file-answers.js';
import { aboutFiles, fieldForFile } from './file-fields.js';
import { answersFrom, inWordsOf, shapeOfForm } from './questions-as-fields.js';
import type { wordsSentBefore } from './sent-before.js';

interface ApplyModel {
  readonly round: string;
  readonly again: string | undefined;
  readonly about: readonly string[];
  readonly organisation: string;
  readonly organisationName: string;
  readonly known: readonly string[];
  readonly key: string;
  readonly formVersion: number;
  readonly notice: string | undefined;
  readonly fields: readonly FormField[];
  readonly takesFiles: boolean;
}
interface CheckModel {
  readonly round: string;
  readonly organisationName: string;
  readonly key: string;
  readonly words: readonly { readonly name: string; readonly value: string }[];
  readonly rows: readonly SummaryRow[];
}
interface WhoseModel {
  readonly round: string;
  readonly field: FormField;
}
const applyPage = template<ApplyModel>('pages/applying/apply.njk');
const checkPage = template<CheckModel>('pages/applying/check.njk');
const whosePage = template<WhoseModel>('pages/applying/whose.njk');

/** Who applies for what: the same on every page of an application. */
export interface Applying {
  readonly form: FormPage;
  readonly command: CommandDeclaration;
  readonly organisation: string;
  readonly organisationName: string;
  /** The application that is sent again, and what it says. */
  readonly again?: string;
  readonly before?: Parameters<typeof wordsSentBefore>[0];
  /** Whoever acts for no bidder may say why an application comes late. */
  readonly mayBeLate: boolean;
}
/** What the body told before, by question, with the day on which it was told. */
export type KnownBefore = readonly { readonly question: string; readonly on: string; readonly words: Words }[];

interface State {
  readonly words: Words;
  readonly problems: readonly Problem[];
  readonly known: KnownBefore;
  readonly suggestions: Suggestions;
  readonly sentence?: string;
  readonly notice?: string | undefined;
  readonly key?: string | undefined;
  readonly status?: number;
}
const under = 'answers.';
const asked = ({ mayBeLate, again }: Applying): readonly string[] =>
  ['title', 'partners', ...(again === undefined ? [] : ['reason']), ...(mayBeLate ? ['lateBecause'] : [])];
const trailOf = ({ form }: Applying) => ({ trail: [{ text: form.programme, href: `/programmes/${form.programme}` }, { text: form.name, href: `/rounds/${form.round}` }] });

export function applyModel(applying: Applying, { words, problems, known, suggestions, sentence, notice, key, status }: State): Page {
  const { form, command, organisation, organisationName } = applying;
  const asking = { words, problems, suggestions };
  const own = formFields(command.input, asking).filter(({ name }) => asked(applying).includes(name));
  const questions = formFields(shapeOfForm(form.questions), asking, { name: under, path: under });
  const fields = [...own, ...questions.map((field) => fieldForFile(field, form.questions, asking))];
  const shown = problemsShown(fields);
  const takesFiles = fileQuestions(form.questions).length > 0;
  const dates = [form.opensOn === null ? '' : `It opens on ${inWords(form.opensOn)}.`, form.lastDay === null ? '' : `The last day is ${inWords(form.lastDay)}.`].filter((each) => each !== '');
  const told = known.flatMap(({ question, on }) => {
    const found = form.questions.find(({ code }) => code === question);
    return found ? [`“${found.ask}” as told on ${inWords(on)}`] : [];
  });
  return applyPage(
    applying.again === undefined ? `Apply for ${form.name}` : `Send again for ${form.name}`,
    { round: form.round, again: applying.again, about: dates, organisation, organisationName, known: told, key: key ?? randomUUID(), formVersion: form.version, notice, fields, takesFiles },
    { problems: [...(sentence === undefined ? [] : [{ field: '', message: sentence }]), ...shown], ...(status === undefined ? {} : { status }), ...trailOf(applying) },
  );
}

/** What somebody reads whose form was changed while it was filled in: the answers stand beside the questions of today, and nothing was sent. */
export const changedMeanwhile = (applying: Applying, { _form: read }: Words): string | undefined =>
  read === undefined || read === String(applying.form.version)
    ? undefined
    : 'The questions have changed since you opened this page. Nothing was sent, and what you wrote is kept: read the questions again, then continue';

/** A declaration is made to the words that stand beside it, so none is ticked for anybody. */
export const withoutDeclarations = ({ form }: Applying, words: Words): Words => {
  const declared = new Set(form.questions.filter(({ answer }) => answer.kind === 'declaration').map(({ code }) => `${under}${code}`));
  return Object.fromEntries(Object.entries(words).filter(([name]) => !declared.has(name)));
};

export type PartnerTold = Pick<Partner, 'organisation' | 'role'>;
interface WellWritten {
  readonly ok: true;
  readonly input: object;
  readonly answers: Answers;
  readonly partners: readonly PartnerTold[];
}
export type Written = WellWritten | { readonly ok: false; readonly problems: readonly Problem[] };

/** What was written, as the command takes it; or all that is wrong with it, each beside its box. `found`: what is wrong with the files that came. */
export function writtenIn({ form, command, organisation, again }: Applying, words: Words, found: readonly Problem[] = []): Written {
  const shape = shapeOfForm(form.questions);
  const answers = readInput(shape, readForm(shape, words, under));
  const about = again === undefined ? { round: form.round, organisation } : { application: again };
  const given = answers.ok ? answersFrom(form.questions, answers.value as Readonly<Record<string, unknown>>) : [];
  const raw = { ...readForm(command.input, words), ...about, answers: given, formVersion: form.version };
  const input = readInput(command.input, raw);
  const misread = answers.ok ? [] : answers.problems.map(({ field, message }) => ({ field: `${under}${field}`, message }));
  const problems = [...(input.ok ? [] : input.problems), ...aboutFiles(form.questions, misread, found)];
  if (!input.ok || problems.length > 0) return { ok: false, problems };
  const { partners = [] } = input.value as { readonly partners?: readonly PartnerTold[] };
  return { ok: true, input: raw, answers: raw.answers, partners };
}

/** Everything once more before it is sent. */
export function checkModel(applying: Applying, words: Words, answers: Answers, partners: readonly string[] = []): Page {
  const { form, organisationName } = applying;
  const { _key: key = randomUUID(), ...rest } = words;
  const typed: Words = { ...rest, _form: String(form.version) };
  const rows = [
    { key: 'Title', value: typed['title'] ?? '' },
    ...(partners.length > 0 ? [{ key: 'Partners', value: partners.join(', ') }] : []),
    ...answers.flatMap(({ question, answer }) => {
      const found = questionOf(form.questions, question);
      return found ? [{ key: found.ask, value: inWordsOf(found, answer) }] : [];
    }),
    ...((typed['reason'] ?? '') === '' ? [] : [{ key: 'Sent again because', value: typed['reason'] ?? '' }]),
    ...((typed['lateBecause'] ?? '') === '' ? [] : [{ key: 'Late because', value: typed['lateBecause'] ?? '' }]),
  ];
  return checkPage('Check the application', { round: form.round, organisationName, key, words: Object.entries(typed).map(([name, value]) => ({ name, value })), rows }, trailOf(applying));
}

/** For whom: asked of those who act for no bidder. */
export function whoseModel(form: FormPage, command: CommandDeclaration, suggestions: Suggestions, problems: readonly Problem[]): Page {
  const [field] = formFields(command.input, { words: {}, problems, suggestions }).filter(({ name }) => name === 'organisation');
  if (!field) throw new Error(`${command.name} does not ask for whom it is`);
  return whosePage(`Apply for ${form.name}`, { round: form.round, field }, { problems: problemsShown([field]), trail: [{ text: form.name, href: `/rounds/${form.round}` }] });
}
