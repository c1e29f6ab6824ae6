import { fieldsOf, type FieldSpec, type ShapeClass } from '#kernel';
import { dateTyped } from '../visits/date-typed.js';

/** A form as it was sent: names and words, each name once. */
export type Words = Readonly<Record<string, string>>;

/** How many empty rows a list offers besides those that are filled. */
const spareRows = 2;
const longestList = 50;

/** Takes the first word of each name: a form of ours sends each name once. */
export function wordsOf(body: unknown): Words {
  const words: Record<string, string> = {};
  if (typeof body !== 'object' || body === null) return words;
  for (const [name, sent] of Object.entries(body)) {
    const word: unknown = Array.isArray(sent) ? sent[0] : sent;
    if (typeof word === 'string' && name !== '__proto__') words[name] = word.replaceAll('\r\n', '\n');
  }
  return words;
}

/** Numbers of the rows of a list that were filled in, at least in part. */
export function filledRows(words: Words, name: string): readonly number[] {
  const rows = new Set<number>();
  for (const [key, word] of Object.entries(words)) {
    const [, row] = key.startsWith(`${name}.`) ? (/^(\d{1,2})\./.exec(key.slice(name.length + 1)) ?? []) : [];
    if (row !== undefined && word.trim() !== '' && Number(row) < longestList) rows.add(Number(row));
  }
  return [...rows].sort((a, b) => a - b);
}

/** The rows to show: the filled ones and some to fill, or as many as were asked for. */
export function rowsOf(words: Words, name: string): readonly number[] {
  const last = filledRows(words, name).at(-1) ?? -1;
  const wanted = /^\d{1,2}$/.test(words[rowCount(name)] ?? '') ? Number(words[rowCount(name)]) : 0;
  return Array.from({ length: Math.min(Math.max(last + 1 + spareRows, wanted), longestList) }, (_, row) => row);
}
/** Under which name a form says how many rows of a list it shows. */
export const rowCount = (name: string): string => `${name}._rows`;

/** The same form with more rows of the list whose button was pressed: no script is needed for that. */
export function withMoreRows(words: Words): Words {
  const { _more: name = '', ...rest } = words;
  return { ...rest, [rowCount(name)]: String(rowsOf(words, name).length + moreRows) };
}
const moreRows = 3;

/** What a form says, as a command takes it. What was left empty is left out; the command's own fields judge the rest. */
export function readForm(shape: ShapeClass, words: Words, prefix = ''): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [key, spec] of fieldsOf(shape)) {
    const value = readField(spec, words, `${prefix}${key}`);
    if (value !== undefined) input[key] = value;
  }
  return input;
}

function readField(spec: FieldSpec, words: Words, name: string): unknown {
  const word = words[name]?.trim() || undefined;
  switch (spec.widget) {
    case 'date':
      return dateTyped(words, name)?.written;
    case 'one-of': {
      const kind = words[`${name}.kind`];
      const shape = kind === undefined ? undefined : spec.parts?.[kind];
      return shape ? { kind, ...readForm(shape, words, `${name}.${kind}.`) } : kind;
    }
    case 'group': {
      const inside = readForm(spec.parts?.[''] ?? class {}, words, `${name}.`);
      return Object.keys(inside).length > 0 || spec.required ? inside : undefined;
    }
    case 'list': {
      const rows = filledRows(words, name).map((row) => readForm(spec.parts?.[''] ?? class {}, words, `${name}.${row}.`));
      return rows.length > 0 || spec.required ? rows : undefined;
    }
    default:
      return word;
  }
}
