import type { FieldSpec, Problem, ShapeClass } from '#kernel';
import { fieldsOf } from '#kernel';
import { capital } from '../layout/words.js';
import { filledRows, rowsOf, type Words } from './read-form.js';

/** A field as a form shows it: what to ask, what was answered, what is wrong with the answer. */
export interface FormField {
  readonly name: string;
  readonly id: string;
  /** `given`: the form knows it, and sends it on unasked. `file`: a box that takes one; `fields` is what is known of one that came. */
  readonly widget: FieldSpec['widget'] | 'given' | 'file';
  readonly label: string;
  readonly hint: string | undefined;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly value: string;
  /** Day, month and year, of a date. */
  readonly boxes?: readonly string[];
  /** Of radios; under each, what it asks for when it is chosen. */
  readonly options?: readonly FormOption[];
  readonly fields?: readonly FormField[];
  readonly rows?: readonly (readonly FormField[])[];
  /** What a row is about, where the form knows. */
  readonly rowTitles?: readonly (string | undefined)[];
  /** How each row can be moved; undefined where nobody has begun it. */
  readonly rowMoves?: readonly (RowMoves | undefined)[];
  /** The rows are those that there are: none can be added. */
  readonly isGiven?: boolean;
  /** Of a file: what the picker takes, the file that came before, and the name of the box that leaves it out. */
  readonly file?: { readonly accept: string | undefined; readonly sent: string | undefined; readonly leftOut: string | undefined };
  /** What a reference may be, to pick from. */
  readonly suggestions?: readonly Suggestion[];
}
/** A row's buttons: its own name in the form, what it is called, and whether there is a filled one before and after it. */
export interface RowMoves {
  readonly row: string;
  readonly called: string;
  readonly up: boolean;
  readonly down: boolean;
}
export interface FormOption {
  readonly value: string;
  readonly text: string;
  readonly checked: boolean;
  readonly fields: readonly FormField[];
}
export interface Suggestion {
  readonly value: string;
  readonly text: string;
}
export type Suggestions = (kind: string) => readonly Suggestion[];

interface Asking {
  readonly words: Words;
  readonly problems: readonly Problem[];
  readonly suggestions: Suggestions;
  /** What rows are about, by their names: `scores.0`. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Lists whose rows the form knows, one for each title; by the name of the list, the field of a row that is known. */
  readonly given?: Readonly<Record<string, string>>;
}

const idOf = (name: string): string => name.replaceAll('.', '-');
const choosing: readonly string[] = ['radios', 'one-of', 'yes-no'];

/** Every field of a shape as a form shows it. `path` is where problems with it are reported. */
export function formFields(shape: ShapeClass, asking: Asking, at = { name: '', path: '' }): readonly FormField[] {
  return [...fieldsOf(shape)].map(([key, spec]) => formField(spec, asking, { name: `${at.name}${key}`, path: `${at.path}${key}` }));
}

export function formField(spec: FieldSpec, asking: Asking, { name, path }: { name: string; path: string }): FormField {
  const { words, problems, suggestions } = asking;
  const own = problems.find(({ field }) => field === path)?.message;
  const value = words[name] ?? '';
  const label = spec.label.charAt(0).toLowerCase() + spec.label.slice(1);
  const isMissing = own?.startsWith(`${spec.label} is missing`);
  const error = isMissing ? `${choosing.includes(spec.widget) ? 'Choose' : 'Enter'} ${label}` : own;
  const plain = { name, id: idOf(name), widget: spec.widget, label: spec.label, hint: spec.hint, required: spec.required, error, value };
  const inside = (kind: string): ShapeClass => spec.parts?.[kind] ?? class {};
  switch (spec.widget) {
    case 'date':
      return { ...plain, boxes: ['day', 'month', 'year'].map((box) => words[`${name}-${box}`] ?? '') };
    case 'radios': {
      const options = (spec.schema['enum'] as readonly string[]).map((option) => ({ value: option, text: capital(spec.show(option)), checked: value === option, fields: [] }));
      return { ...plain, options };
    }
    case 'yes-no':
      return { ...plain, options: ['yes', 'no'].map((option) => ({ value: option, text: capital(option), checked: value === option, fields: [] })) };
    case 'one-of': {
      const chosen = words[`${name}.kind`] ?? '';
      const options = Object.keys(spec.parts ?? {}).map((kind) => ({
        value: kind,
        text: spec.kindsInWords?.[kind] ?? capital(kind.replaceAll('-', ' ')),
        checked: chosen === kind,
        fields: formFields(inside(kind), chosen === kind ? asking : { ...asking, problems: [] }, { name: `${name}.${kind}.`, path: `${path}.` }),
      }));
      return { ...plain, name: `${name}.kind`, options };
    }
    case 'group':
      return { ...plain, fields: formFields(inside(''), asking, { name: `${name}.`, path: `${path}.` }) };
    case 'list': {
      // Rows that were left empty are not sent on, so the n-th problem is about the n-th filled row.
      const filled = filledRows(words, name);
      const titleOf = (row: number): string | undefined => asking.titles?.[`${name}.${row}`];
      const given = asking.given?.[name];
      const shown = rowsOf(words, name).filter((row) => given === undefined || titleOf(row) !== undefined);
      const rows = shown.map((row) => {
        const at = { name: `${name}.${row}.`, path: `${path}.${filled.indexOf(row)}.` };
        return formFields(inside(''), filled.includes(row) ? asking : { ...asking, problems: [] }, at).map((field) => (field.name === `${at.name}${given ?? ''}` ? { ...field, widget: 'given' as const } : field));
      });
      return {
        ...plain, rows, rowTitles: shown.map(titleOf), rowMoves: given === undefined ? movesOf(spec, name, filled, shown) : [],
        isGiven: given !== undefined,
      };
    }
    case 'list-of': {
      const filled = filledRows(words, name);
      // Each row is of one kind or another; a row that nobody has begun has nothing wrong with it.
      const shown = rowsOf(words, name);
      const rows = shown.map((row, i) => [
        formField(
          { ...spec, widget: 'one-of', label: `${spec.label} ${i + 1}`, required: false },
          filled.includes(row) ? asking : { ...asking, problems: [] },
          { name: `${name}.${row}`, path: `${path}.${filled.indexOf(row)}` },
        ),
      ]);
      return { ...plain, rows, rowTitles: [], rowMoves: movesOf(spec, name, filled, shown) };
    }
    case 'reference':
      return { ...plain, suggestions: suggestions(spec.kind) };
    default:
      return { ...plain, ...suggestedFor(spec, name, suggestions) };
  }
}

/** "Types 2.1": the first row of a list within the second row of another, so that no two buttons of a form are called the same. */
function movesOf({ label }: FieldSpec, name: string, filled: readonly number[], shown: readonly number[]): readonly (RowMoves | undefined)[] {
  return shown.map((row) => {
    const at = filled.indexOf(row);
    const numbers = `${name}.${row}`.split('.').filter((part) => /^\d+$/.test(part)).map((part) => Number(part) + 1);
    return at < 0 ? undefined : { row: `${name}.${row}`, called: `${label} ${numbers.join('.')}`, up: at > 0, down: at < filled.length - 1 };
  });
}

/** Whether a form shows a list anywhere in it: then its first button must not be one that adds a row. */
export const hasRows = (fields: readonly FormField[]): boolean =>
  fields.some((field) => field.rows !== undefined || hasRows(field.fields ?? []) || (field.options ?? []).some((option) => hasRows(option.fields)));

/** People by their ids, and codes by what they name: a phase, an output, a set of tags. */
function suggestedFor({ kind }: FieldSpec, name: string, suggestions: Suggestions): Pick<FormField, 'suggestions'> {
  if (kind === 'person') return { suggestions: suggestions(kind) };
  return kind === 'code' ? { suggestions: suggestions(`code:${name.split('.').at(-1) ?? ''}`) } : {};
}

/** What is wrong, in the order of the page, with the box that each is about. */
export function problemsShown(fields: readonly FormField[]): readonly { readonly field: string; readonly message: string; readonly anchor: string }[] {
  return fields.flatMap((field) => [
    ...(field.error === undefined ? [] : [{ field: field.name, message: field.error, anchor: field.boxes ? `${field.id}-day` : field.id }]),
    ...problemsShown([...(field.fields ?? []), ...(field.options ?? []).flatMap((option) => option.fields), ...(field.rows ?? []).flat()]),
  ]);
}
