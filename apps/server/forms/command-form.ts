import { randomUUID } from 'node:crypto';
import { date, fieldsOf, isReference, londonDate, type CommandDeclaration, type Problem, type ReferenceKind } from '#kernel';
import { template, type Page } from '../layout/reply.js';
import { formField, formFields, problemsShown, type FormField, type Suggestions } from './form-field.js';
import { titleOf } from './command-paths.js';
import type { Words } from './read-form.js';

/** What a command's form is about: the thing whose page it is reached from. */
export interface Subject {
  /** Field of the command that names the thing, and its reference: not asked for again. */
  readonly field: string | undefined;
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
  readonly fields: readonly FormField[];
  readonly refusals: readonly string[];
}
const commandPage = template<CommandFormModel>('forms/command.njk');

/** When a command counts: every command's form asks for it, so that what was decided last week can be recorded today. */
const effective = date('Takes effect on', { hint: 'The day of the decision. It may be earlier than today, not later' }).spec;

/** The field of a command that a reference of a page fills: an award's page fills the award. */
export function fieldFor(command: CommandDeclaration, reference: string): string | undefined {
  const fits = (kind: string): boolean => kind.startsWith('reference:') && isReference(reference, kind.slice('reference:'.length) as ReferenceKind);
  const fields = [...fieldsOf(command.input)].filter(([key, spec]) => fits(spec.kind) || (spec.kind === 'code' && key === command.of.category && /^[A-Za-z]/.test(reference) && !/^[A-Z]{2}-\d{4}-/.test(reference)));
  return fields[0]?.[0];
}

export interface FormState {
  readonly words: Words;
  readonly problems: readonly Problem[];
  readonly key?: string;
  readonly status?: number;
  /** Said above the fields though it is about none of them: a rule's answer. */
  readonly sentence?: string;
}

/** The form of any command, derived from its declaration. */
export function commandForm(command: CommandDeclaration, subject: Subject, { words, problems, key, status, sentence }: FormState, today: string, suggestions: Suggestions): Page {
  const [year, month, day] = londonDate(today).split('-').map(Number);
  const blank = { 'on-day': String(day), 'on-month': String(month), 'on-year': String(year) };
  const asking = { words: { ...blank, ...words }, problems, suggestions };
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
      fields,
      refusals: Object.values(command.refusals).map((each) => each.replace(/\{\w+\}/g, '…')),
    },
    { problems: [...said, ...shown], ...(status === undefined ? {} : { status }), ...(subject.reference === undefined ? {} : { trail: [{ text: subject.reference, href: subject.page }] }) },
  );
}
