export type Cell = string | number | null | undefined;

/** Steers a terminal or turns the direction of writing: a name that somebody chose must not. */
const steering = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;
const words = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell).replace(steering, '\ufffd'));
const isFigure = (cell: string): boolean => /^-?£?[\d,]+(\.\d+)?$/.test(cell);

/** Columns of words under their headings; a column of nothing but figures stands to the right. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => headings.map((_, column) => words(row[column])));
  const widths = headings.map((heading, column) => Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const figures = headings.map((_, column) => cells.length > 0 && cells.every((row) => row[column] === '' || isFigure(row[column] ?? '')));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (figures[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd();
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/** A label and its value on each line. */
export function pairs(rows: readonly (readonly [string, Cell])[]): string {
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padEnd(width)}  ${words(value)}`.trimEnd()).join('\n');
}
