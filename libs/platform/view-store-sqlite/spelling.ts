import { quoted, type Spelling } from '#platform/view-store';

/** SQLite sorts NULL before everything by itself, and text by its bytes. */
export const spelling: Spelling = {
  text: 'TEXT',
  integer: 'INTEGER',
  heap: ' STRICT',
  inKeyOrder: ' STRICT, WITHOUT ROWID',
  sorted: quoted,
  hasPrimaryKey: true,
  indexesLater: false,
};
