import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase, type Database } from '#platform/databases';
import type { Clock } from '#platform/event-store';
import { layout, type ShelfTables } from './layout.js';

export interface ShelfOptions {
  /** `sqlite:<file>`, `sqlite::memory:` or `postgres://…`, where every server and worker finds what another put there. */
  readonly address: string;
  readonly clock: Clock;
}

export interface Document {
  readonly name: string;
  /** As HTTP names it. */
  readonly type: string;
  /** ISO instants. */
  readonly madeAt: string;
  readonly endsAt: string;
  readonly characters: number;
}

/** Where what was made outside a request is put, so that any process can hand it out. All of it can be made again, but for what people asked for. */
export interface Shelf {
  /** Puts a document there, in place of one of that name once it is whole. */
  put(name: string, pieces: AsyncIterable<string> | Iterable<string>, about: { readonly type: string; readonly days: number }): Promise<Document>;
  find(name: string): Promise<Document | undefined>;
  /** The text of a document, piece by piece; undefined when there is none of that name. */
  read(name: string): Promise<AsyncIterable<string> | undefined>;
  /** The whole text of a document that is known to be short. */
  readWhole(name: string): Promise<string | undefined>;
  /** Names that begin like this, of documents that have not had their time; the oldest first. */
  names(beginning: string): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
  /** Takes away what has had its time, and pieces that a killed process left. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

const millisecondsADay = 86_400_000;
/** Characters of a piece: few enough to be one row, many enough that a large export is some thousands of them. */
const pieceLength = 256 * 1_024;

/** Opens the shelf at an address. Throws StoreFault when it is out of reach. */
export async function openShelf({ address, clock }: ShelfOptions): Promise<Shelf> {
  const database = await openDatabase<ShelfTables>({ address, schema: 'office', layout, connections: 3 });
  const { db } = database;
  const now = (): number => Date.parse(clock.now());
  const rowOf = (name: string) => db.selectFrom('shelf_documents').selectAll().where('name', '=', name).where('ends_at', '>', now()).executeTakeFirst();
  return {
    async put(name, pieces, { type, days }) {
      const copy = randomUUID();
      let [number, characters] = [0, 0];
      for await (const text of inPieces(pieces)) {
        await db.insertInto('shelf_pieces').values({ copy, number, text, written_at: now() }).execute();
        [number, characters] = [number + 1, characters + text.length];
      }
      const row = { name, copy, type, made_at: now(), ends_at: now() + days * millisecondsADay, characters };
      await database.alone('shelf', async (changing) => {
        await forget(changing, name);
        await changing.insertInto('shelf_documents').values(row).execute();
      });
      return asDocument(row);
    },
    async find(name) {
      const row = await rowOf(name);
      return row && asDocument(row);
    },
    async read(name) {
      const row = await rowOf(name);
      return row && piecesOf(db, row.copy);
    },
    async readWhole(name) {
      const row = await rowOf(name);
      if (!row) return undefined;
      let text = '';
      for await (const piece of piecesOf(db, row.copy)) text += piece;
      return text;
    },
    async names(beginning) {
      const rows = await db.selectFrom('shelf_documents').select('name').where(sql<string>`substr(name, 1, ${sql.lit(beginning.length)})`, '=', beginning).where('ends_at', '>', now()).orderBy('made_at').orderBy('name').execute();
      return rows.map(({ name }) => name);
    },
    remove: (name) => database.alone('shelf', (changing) => forget(changing, name)),
    sweep: () =>
      database.alone('shelf', async (changing) => {
        await changing.deleteFrom('shelf_documents').where('ends_at', '<=', now()).execute();
        await changing.deleteFrom('shelf_pieces').where('written_at', '<', now() - millisecondsADay).where('copy', 'not in', changing.selectFrom('shelf_documents').select('copy')).execute();
      }),
    close: () => database.close(),
  };
}

type Db = Database<ShelfTables>['db'];

async function forget(db: Db, name: string): Promise<void> {
  await db.deleteFrom('shelf_pieces').where('copy', 'in', db.selectFrom('shelf_documents').select('copy').where('name', '=', name)).execute();
  await db.deleteFrom('shelf_documents').where('name', '=', name).execute();
}

async function* piecesOf(db: Db, copy: string): AsyncIterable<string> {
  for (let number = 0; ; number += 1) {
    const piece = await db.selectFrom('shelf_pieces').select('text').where('copy', '=', copy).where('number', '=', number).executeTakeFirst();
    if (!piece) return;
    yield piece.text;
  }
}

/** Text as it comes, in pieces of about the same length. */
async function* inPieces(text: AsyncIterable<string> | Iterable<string>): AsyncIterable<string> {
  let gathered = '';
  for await (const some of text) {
    gathered += some;
    if (gathered.length < pieceLength) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
const asDocument = ({ name, type, made_at, ends_at, characters }: ShelfTables['shelf_documents']): Document => ({ name, type, madeAt: iso(Number(made_at)), endsAt: iso(Number(ends_at)), characters: Number(characters) });
