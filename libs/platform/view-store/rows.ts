import type { AnyTable, ColumnType } from '#kernel';
import type { Row, Value } from './changes.js';

const fits: Readonly<Record<ColumnType, (value: Value) => boolean>> = {
  text: (value) => typeof value === 'string',
  'text?': (value) => value === null || typeof value === 'string',
  integer: Number.isSafeInteger,
  'integer?': (value) => value === null || Number.isSafeInteger(value),
};

/**
 * The values of a row in the order of its columns. What a column does not take throws here, while it is known which event
 * it came from: rows are written later, many events at a time.
 */
export function valuesOf(row: Row, columns: readonly (readonly [name: string, type: ColumnType])[]): Value[] {
  return columns.map(([column, type]) => {
    const value = row[column];
    if (value === undefined) throw new Error(`A row has no value for ${column}: give null where nothing is known`);
    if (!fits[type](value)) throw new TypeError(`${column} takes ${type.replace('?', ' or null')}, not ${JSON.stringify(value)}`);
    return value;
  });
}

/** Some columns of a table with their types. */
export const columnsOf = ({ columns }: Pick<AnyTable, 'columns'>, names: readonly string[] = Object.keys(columns)): readonly (readonly [string, ColumnType])[] =>
  names.map((name) => [name, columns[name] as ColumnType]);

/** What tells rows or accounts apart, as one text. */
export const keyOf = (values: readonly Value[]): string => (values.length === 1 ? String(values[0]) : JSON.stringify(values));

/** A number that JSON carries exactly, or it throws. */
export function exactSum(column: string, before: Value | undefined, amount: Value | undefined): number {
  const sum = Number(before ?? 0) + Number(amount);
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${column} would be ${sum}, which cannot be kept exactly`);
  return sum;
}
