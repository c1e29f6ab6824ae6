import type { AnyTable, ColumnType } from '#kernel';

export type TypedColumn = readonly [name: string, type: ColumnType];

/** What the view store adds to a table's own columns: where in the log a row stands. */
export const clockColumns = { versions: ['from_position', 'to_position'], entries: ['position', 'line'] } as const;
/** Beside a running balance: the number of the entry on its account, so that nobody counts entries. */
export const ordinal = 'ordinal';

/** Some of a table's own columns with their types. */
export const columnsOf = ({ columns }: Pick<AnyTable, 'columns'>, names: readonly string[] = Object.keys(columns)): readonly TypedColumn[] =>
  names.map((name) => [name, columns[name] as ColumnType]);

/** All columns that a table has in a database, in the order in which they are made, written and summed up. */
export function storedColumns(table: AnyTable): readonly TypedColumn[] {
  const running: readonly TypedColumn[] = table.balance ? [[table.balance.column, 'integer'], [ordinal, 'integer']] : [];
  const [from, to] = clockColumns[table.keep];
  return [...columnsOf(table), ...running, [from, 'integer'], [to, table.keep === 'versions' ? 'integer?' : 'integer']];
}

/** What tells stored rows apart, in the order that a digest reads them. */
export const storedKey = ({ keep, key }: AnyTable): readonly string[] => (keep === 'versions' ? [...key, 'from_position'] : ['position', 'line']);

/** The columns by which a version that ended is found, and where it ended. */
export const closingColumns = (table: AnyTable): readonly TypedColumn[] => [...columnsOf(table, table.key), ['from_position', 'integer'], ['to_position', 'integer']];
