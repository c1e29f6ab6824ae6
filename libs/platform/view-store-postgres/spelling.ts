import { quoted, type Spelling } from '#platform/view-store';

/** PostgreSQL so that it sorts as SQLite does: text by its bytes, and nothing known before everything known. */
export const spelling: Spelling = {
  text: 'text COLLATE "C"',
  integer: 'bigint',
  heap: '',
  inKeyOrder: '',
  sorted: (column) => `${quoted(column)} NULLS FIRST`,
  hasPrimaryKey: false,
  indexesLater: true,
};
