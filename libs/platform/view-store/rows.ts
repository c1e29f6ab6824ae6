import type { ColumnType } from '#kernel';
import type { Row, Value } from './changes.js';
import type { TypedColumn } from './columns.js';

const fits: Readonly<Record<ColumnType, (value: Value) => boolean>> = {
  text: (value) => typeof value === 'string',
  'text?': (value) => value === null || typeof value === 'string',
  integer: Number.isSafeInteger,
  'integer?': (value) => value === null || Number.isSafeInteger(value),
};

/** PostgreSQL's text has no U+0000. Views show U+FFFD in its place, on every database alike; the log keeps what was written. */
const storable = (value: Value): Value => (typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value);

/**
 * The values of a row in the order of its columns. What a column does not take throws here, while it is known which event
 * it came from: rows are written later, many events at a time.
 */
export function valuesOf(row: Row, columns: readonly TypedColumn[]): Value[] {
  return columns.map(([column, type]) => {
    const value = row[column];
    if (value === undefined) throw new Error(`A row has no value for ${column}: give null where nothing is known`);
    if (!fits[type](value)) throw new TypeError(`${column} takes ${type.replace('?', ' or null')}, not ${JSON.stringify(value)}`);
    return storable(value);
  });
}

/** What tells rows or accounts apart, as one text. */
export const keyOf = (values: readonly Value[]): string => (values.length === 1 ? String(values[0]) : JSON.stringify(values));

/** A number that JSON carries exactly, or it throws. */
export function exactSum(column: string, before: Value | undefined, amount: Value | undefined): number {
  const sum = Number(before ?? 0) + Number(amount);
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${column} would be ${sum}, which cannot be kept exactly`);
  return sum;
}
