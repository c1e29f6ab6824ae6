import type { Layout } from '#platform/databases';

/** Pieces belong to an upload; a file is the upload that was whole. Instants are milliseconds since 1970. */
export interface FileTables {
  readonly files: { readonly digest: string; readonly upload: string; readonly bytes: number; readonly pieces: number; readonly kept_at: number };
  readonly file_pieces: { readonly upload: string; readonly number: number; readonly content: Buffer };
  /** Uploads that are under way, or were cut off. */
  readonly file_uploads: { readonly upload: string; readonly began_at: number };
}

export const layout: Layout = {
  of: 'files',
  sqlite: [
    `CREATE TABLE files (
       digest TEXT PRIMARY KEY, upload TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, pieces INTEGER NOT NULL, kept_at INTEGER NOT NULL
     ) STRICT`,
    'CREATE TABLE file_pieces (upload TEXT NOT NULL, number INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (upload, number)) STRICT',
    'CREATE TABLE file_uploads (upload TEXT PRIMARY KEY, began_at INTEGER NOT NULL) STRICT',
  ],
  postgres: [
    `CREATE TABLE {schema}.files (
       digest text COLLATE "C" PRIMARY KEY, upload text NOT NULL UNIQUE, bytes bigint NOT NULL, pieces integer NOT NULL, kept_at bigint NOT NULL
     );
     CREATE TABLE {schema}.file_pieces (upload text NOT NULL, number integer NOT NULL, content bytea NOT NULL, PRIMARY KEY (upload, number));
     CREATE TABLE {schema}.file_uploads (upload text PRIMARY KEY, began_at bigint NOT NULL);`,
  ],
};
