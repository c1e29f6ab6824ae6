import type { Value } from '#platform/view-store';

const escaped = /["\\]/g;

/** Values as PostgreSQL reads an array: `{"East Riding",NULL,7}`. One text for a column of many rows, so that rows are sent in bulk. */
export function arrayLiteral(values: readonly Value[]): string {
  let text = '{';
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as Value;
    if (i > 0) text += ',';
    if (value === null) text += 'NULL';
    else if (typeof value === 'number') text += value;
    else text += `"${value.replace(escaped, '\\$&')}"`;
  }
  return `${text}}`;
}

/** Rows as columns, each as an array. */
export const columnArrays = (rows: readonly (readonly Value[])[], width: number): string[] =>
  Array.from({ length: width }, (_, column) => arrayLiteral(rows.map((row) => row[column] as Value)));
