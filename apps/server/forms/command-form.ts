import { randomUUID } from 'node:crypto';
import { date, fieldsOf, isReference, londonDate, type CommandDeclaration, type Problem, type ReferenceKind } from '#kernel';
import { template, type Page } from '../layout/reply.js';
import { formField, formFields, hasRows, problemsShown, type FormField, type Suggestions } from './form-field.js';
import type { Changes } from './changes-since.js';
import { titleOf } from './command-paths.js';
import type { Words } from './read-form.js';

/** What a command's form is about: the thing whose page it is reached from. */
export interface Subject {
  /** Field of the command that names the thing, and its reference: not asked for again. */
  readonly field: string | undefined;
  /** What that field is filled with: the reference, or a person's whole id. */
  readonly value: string | undefined;
  readonly reference: string | undefined;
  /** Path of the thing's own page, and of this form. */
  readonly page: string;
  readonly form: string;
}

interface CommandFormModel {
  readonly about: string | undefined;
  readonly summary: string;
  readonly action: string;
  readonly back: string;
  readonly key: string;
  readonly seen: number | undefined;
  readonly notice: string | undefined;
  readonly changes: Changes;
  readonly fields: readonly FormField[];
  readonly hasRows: boolean;
  readonly refusals: readonly string[];
}
const commandPage = template<CommandFormModel>('forms/command.njk');

/** When a command counts: every command's form asks for it, so that what was decided last week can be recorded today. */
export const effective = date('Takes effect on', { hint: 'The day of the decision. It may be earlier than today, not later' }).spec;

/** What the codes of a place name, for commands about other things: a round is opened from its programme's page. */
const places: Readonly<Record<string, string>> = { programmes: 'programme' };

/** The field of a command that a page's own thing fills, and with what: an award's page fills the award, a person's the person. */
export function filledBy(command: CommandDeclaration, place: string, reference: string): Pick<Subject, 'field' | 'value'> {
  const fields = [...fieldsOf(command.input)];
  const named = (fits: (key: string, kind: string) => boolean): string | undefined => fields.find(([key, { kind }]) => fits(key, kind))?.[0];
  if (place === 'people') return { field: named((key, kind) => kind === 'person' && key === 'person'), value: `person:${reference}` };
  if (place === 'roles') return { field: named((key) => key === 'role'), value: reference };
  const isKind = (kind: string): boolean => kind.startsWith('reference:') && isReference(reference, kind.slice('reference:'.length) as ReferenceKind);
  const isCode = /^[A-Za-z]/.test(reference) && !/^[A-Z]{2}-\d{4}-/.test(reference);
  return { field: named((key, kind) => isKind(kind) || (kind === 'code' && (key === command.of.category || key === places[place]) && isCode)), value: reference };
}

export interface FormState {
  readonly words: Words;
  readonly problems: readonly Problem[];
  readonly key?: string;
  readonly status?: number;
  /** Said above the fields though it is about none of them: a rule's answer. */
  readonly sentence?: string;
  /** The place in the log that the form knows. */
  readonly seen?: number;
  /** What the form did not know when it was sent. */
  readonly changes?: Changes;
  /** Said before the fields though nothing is wrong. */
  readonly notice?: string;
  /** What rows of lists are about. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly given?: Readonly<Record<string, string>>;
}

/** The form of any command, derived from its declaration. */
export function commandForm(command: CommandDeclaration, subject: Subject, { words, problems, key, status, sentence, seen, notice, changes = [], titles = {}, given = {} }: FormState, today: string, suggestions: Suggestions): Page {
  const [year, month, day] = londonDate(today).split('-').map(Number);
  const blank = { 'on-day': String(day), 'on-month': String(month), 'on-year': String(year) };
  const asking = { words: { ...blank, ...words }, problems, suggestions, titles, given };
  const fields = [
    ...formFields(command.input, asking).filter(({ name }) => name !== subject.field),
    formField(effective, asking, { name: 'on', path: 'on' }),
  ];
  const shown = problemsShown(fields);
  const elsewhere = problems.filter((problem) => !shown.some(({ message }) => message === problem.message) && !/ is missing\. Write it like /.test(problem.message));
  const said = sentence === undefined ? elsewhere : [{ field: '', message: sentence }, ...elsewhere];
  return commandPage(
    titleOf(command.name),
    {
      about: subject.reference,
      summary: command.summary,
      action: subject.form,
      back: subject.page,
      key: key ?? randomUUID(),
      seen,
      notice,
      changes,
      fields,
      hasRows: hasRows(fields),
      refusals: Object.values(command.refusals).map((each) => each.replace(/\{\w+\}/g, '…')),
    },
    { problems: [...said, ...shown], ...(status === undefined ? {} : { status }), ...(subject.reference === undefined ? {} : { trail: [{ text: subject.reference, href: subject.page }] }) },
  );
}
