import type { Layout } from '#platform/databases';

/** Documents in pieces. Instants are milliseconds since 1970. */
export interface ShelfTables {
  readonly shelf_documents: { readonly name: string; readonly copy: string; readonly type: string; readonly made_at: number; readonly ends_at: number; readonly characters: number };
  readonly shelf_pieces: { readonly copy: string; readonly number: number; readonly text: string; readonly written_at: number };
}

export const layout: Layout = {
  of: 'shelf',
  sqlite: [
    'CREATE TABLE shelf_documents (name TEXT PRIMARY KEY, copy TEXT NOT NULL, type TEXT NOT NULL, made_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, characters INTEGER NOT NULL) STRICT',
    'CREATE TABLE shelf_pieces (copy TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, written_at INTEGER NOT NULL, PRIMARY KEY (copy, number)) STRICT',
  ],
  postgres: [
    `CREATE TABLE {schema}.shelf_documents (name text PRIMARY KEY, copy text NOT NULL, type text NOT NULL, made_at bigint NOT NULL, ends_at bigint NOT NULL, characters bigint NOT NULL);
     CREATE TABLE {schema}.shelf_pieces (copy text NOT NULL, number integer NOT NULL, text text NOT NULL, written_at bigint NOT NULL, PRIMARY KEY (copy, number));`,
  ],
};
