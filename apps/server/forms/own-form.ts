import type { Problem } from '#kernel';
import type { ShownProblem } from '../layout/reply.js';
import type { Words } from './read-form.js';

/** A box of a form that no command declares: what is typed here goes to the accounts, never into the log. */
export interface OwnField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** A passphrase is never shown again, and never kept. */
  readonly secret?: boolean;
  /** What browsers may fill in: a token of WCAG 1.3.5. */
  readonly autocomplete?: string;
}
export interface OwnFieldShown extends OwnField {
  readonly value: string;
  readonly error: string | undefined;
}

/** The boxes with what was typed and what is wrong with it. */
export const ownFields = (fields: readonly OwnField[], words: Words, problems: readonly Problem[]): readonly OwnFieldShown[] =>
  fields.map((field) => ({ ...field, value: field.secret ? '' : (words[field.name] ?? ''), error: problems.find((problem) => problem.field === field.name)?.message }));

/** The same problems as the summary shows them, each leading to its box. */
export const ownProblems = (fields: readonly OwnField[], problems: readonly Problem[]): readonly ShownProblem[] =>
  problems.map((problem) => (fields.some(({ name }) => name === problem.field) ? { ...problem, anchor: problem.field } : problem));
