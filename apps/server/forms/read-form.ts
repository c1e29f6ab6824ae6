import { fieldsOf, type FieldSpec, type ShapeClass } from '#kernel';
import { dateTyped } from '../visits/date-typed.js';

/** A form as it was sent: names and words, each name once. */
export type Words = Readonly<Record<string, string>>;

/** How many empty rows a list offers besides those that are filled. */
const spareRows = 2;
/** More than any declared list takes, so that the field itself says when there are too many; rows are numbered with two digits. */
const longestList = 100;

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
    // How many rows a list within a row shows says nothing about the row.
    const [, row] = key.startsWith(`${name}.`) && !key.endsWith(rowCount('')) ? (/^(\d{1,2})\./.exec(key.slice(name.length + 1)) ?? []) : [];
    if (row !== undefined && word.trim() !== '' && Number(row) < longestList) rows.add(Number(row));
  }
  return [...rows].sort((a, b) => a - b);
}

/** Whether anything was typed or chosen under a name. How many rows a list shows is not typed. */
const isBegun = (words: Words, prefix: string): boolean => Object.entries(words).some(([key, word]) => key.startsWith(prefix) && !key.endsWith(rowCount('')) && word.trim() !== '');

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

/** What the button of a row says is to become of it: it is taken out, or changes places with the filled row before or after it. */
export function withRowMoved(words: Words): Words {
  const { _row: pressed = '', ...rest } = words;
  const [, doing, name = '', row] = /^(remove|up|down) (.+)\.(\d{1,2})$/.exec(pressed) ?? [];
  const rows = filledRows(rest, name);
  const at = rows.indexOf(Number(row));
  if (at < 0) return rest;
  const order = doing === 'remove' ? rows.toSpliced(at, 1) : exchanged(rows, at, doing === 'up' ? at - 1 : at + 1);
  // Rows are numbered anew, so that none is missing between them; what was left empty goes.
  return Object.fromEntries(Object.entries(rest).flatMap(([key, word]) => {
    const [, number, tail] = key.startsWith(`${name}.`) ? (/^(\d{1,2})(\..*)$/.exec(key.slice(name.length + 1)) ?? []) : [];
    if (number === undefined) return [[key, word]];
    const place = order.indexOf(Number(number));
    return place < 0 ? [] : [[`${name}.${place}${tail ?? ''}`, word]];
  }));
}

function exchanged(rows: readonly number[], at: number, other: number): readonly number[] {
  const [one, two] = [rows[at], rows[other]];
  return one === undefined || two === undefined ? rows : rows.with(at, two).with(other, one);
}

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
    case 'group':
      return spec.required || isBegun(words, `${name}.`) ? readForm(spec.parts?.[''] ?? class {}, words, `${name}.`) : undefined;
    case 'list': {
      const rows = filledRows(words, name).map((row) => readForm(spec.parts?.[''] ?? class {}, words, `${name}.${row}.`));
      return rows.length > 0 || spec.required ? rows : undefined;
    }
    case 'list-of': {
      const rows = filledRows(words, name).map((row) => readField({ ...spec, widget: 'one-of' }, words, `${name}.${row}`));
      return rows.length > 0 || spec.required ? rows : undefined;
    }
    default:
      return word;
  }
}
