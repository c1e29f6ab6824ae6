import { createHash, randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { openDatabase, type Database } from '#platform/databases';
import { StoreFault, type Clock } from '#platform/event-store';
import { inPieces } from './in-pieces.js';
import { layout, type FileTables } from './layout.js';
import { oneInATurn } from './one-in-a-turn.js';
import { FileAltered, FileNotTaken, type Content, type KeptFile, type KeptFiles } from './port.js';
import { mustHaveRoomFor } from './room-left.js';

export interface KeptFilesOptions {
  /** `sqlite:<file>`, `sqlite::memory:` or `postgres://…`, where every server finds what another kept. */
  readonly address: string;
  readonly clock: Clock;
  /** Bytes of the disk that files never take; 64 MiB unless told. */
  readonly reserve?: number;
}

type Db = Kysely<FileTables>;
type Row = FileTables['files'];
const millisecondsADay = 86_400_000;
const mebibyte = 1_048_576;
/** How much of a file tells its kind: a PDF may begin with a kilobyte of something else. */
const beginningLength = 2_048;
const page = 500;

/** Files at an address. Nothing is opened or made before the first of them is asked for: most logs never have one. */
export function keptFilesAt({ address, clock, reserve = 64 * mebibyte }: KeptFilesOptions): KeptFiles {
  let opening: Promise<Database<FileTables>> | undefined;
  const room = (): Promise<Database<FileTables>> =>
    (opening ??= openDatabase<FileTables>({ address, schema: 'office', layout, connections: 3 }).catch((fault: unknown) => {
      opening = undefined;
      throw fault;
    }));
  const inTurn = oneInATurn();
  const now = (): number => Date.parse(clock.now());

  async function isIntact(digest: string): Promise<boolean> {
    try {
      for await (const piece of read(digest)) void piece;
      return true;
    } catch (fault) {
      if (fault instanceof FileAltered) return false;
      throw fault;
    }
  }

  /** Each piece goes out when the next was read: of a file that was altered the last never does. */
  async function* read(digest: string): AsyncIterable<Buffer> {
    const { db } = await room();
    const row = await rowOf(db, digest);
    const hash = createHash('sha256');
    let held: Buffer | undefined;
    for (let number = 0; row && number < row.pieces; number += 1) {
      const [{ upload }, at] = [row, number];
      const piece = await inTurn(() => db.selectFrom('file_pieces').select('content').where('upload', '=', upload).where('number', '=', at).executeTakeFirst());
      if (!piece) throw new FileAltered(digest);
      hash.update(piece.content);
      if (held) yield held;
      held = piece.content;
    }
    if (!held || hash.digest('hex') !== digest) throw new FileAltered(digest);
    yield held;
  }

  /** What is kept already stays, unless it was altered: then what came is what it was. */
  async function keep(database: Database<FileTables>, row: Row): Promise<KeptFile> {
    const there = await rowOf(database.db, row.digest);
    const altered = there && !(await isIntact(row.digest)) ? there.upload : undefined;
    return database.alone('kept files', async (changing) => {
      const known = await rowOf(changing, row.digest);
      if (known && known.upload !== altered) {
        await forget(changing, row.upload);
        return asKept(known);
      }
      if (known) await changing.deleteFrom('file_pieces').where('upload', '=', known.upload).execute();
      await changing.deleteFrom('files').where('digest', '=', row.digest).execute();
      const { numDeletedRows } = await changing.deleteFrom('file_uploads').where('upload', '=', row.upload).executeTakeFirst();
      if (Number(numDeletedRows) !== 1)
        throw new StoreFault('unreachable', 'The file took more than a day to come, and its beginning was swept away. Send it again');
      await changing.insertInto('files').values(row).execute();
      return asKept(row);
    });
  }

  async function put(content: Content, { limit }: { readonly limit: number }): Promise<KeptFile> {
    const database = await room();
    const { db } = database;
    await mustHaveRoomFor(Math.min(limit, 1_024 * mebibyte), address, reserve);
    const upload = randomUUID();
    await db.insertInto('file_uploads').values({ upload, began_at: now() }).execute();
    try {
      const hash = createHash('sha256');
      let [number, bytes] = [0, 0];
      for await (const piece of inPieces(content)) {
        bytes += piece.length;
        if (bytes > limit) throw new FileNotTaken('too-large', limit);
        hash.update(piece);
        const row = { upload, number, content: piece };
        await inTurn(() => db.insertInto('file_pieces').values(row).execute());
        number += 1;
      }
      if (bytes === 0) throw new FileNotTaken('empty', limit);
      return await keep(database, { digest: hash.digest('hex'), upload, bytes, pieces: number, kept_at: now() });
    } catch (fault) {
      // A disk that is full, or a server that is away, takes nothing away either: what was begun counts for nothing, and the sweep finds it.
      await database
        .alone('kept files', (changing) => forget(changing, upload))
        .catch((again: unknown) => (again instanceof StoreFault ? undefined : Promise.reject(again as Error)));
      throw fault;
    }
  }

  return {
    put,
    read,
    isIntact,
    async find(digests) {
      const found = new Map<string, KeptFile>();
      if (digests.length === 0) return found;
      const { db } = await room();
      for (let from = 0; from < digests.length; from += page) {
        const rows = await db
          .selectFrom('files')
          .selectAll()
          .where('digest', 'in', digests.slice(from, from + page))
          .execute();
        for (const row of rows) found.set(row.digest, asKept(row));
      }
      return found;
    },
    async beginning(digest) {
      const { db } = await room();
      const row = await rowOf(db, digest);
      const first =
        row &&
        (await db
          .selectFrom('file_pieces')
          .select(sql<Buffer>`substr(content, 1, ${sql.lit(beginningLength)})`.as('first'))
          .where('upload', '=', row.upload)
          .where('number', '=', 0)
          .executeTakeFirst());
      return first?.first;
    },
    async *all() {
      const { db } = await room();
      for (let after = ''; ;) {
        const rows = await db.selectFrom('files').selectAll().where('digest', '>', after).orderBy('digest').limit(page).execute();
        yield* rows.map(asKept);
        const last = rows.at(-1);
        if (!last || rows.length < page) return;
        after = last.digest;
      }
    },
    async sweep() {
      const database = await room();
      const old = await database.db
        .selectFrom('file_uploads')
        .select('upload')
        .where('began_at', '<', now() - millisecondsADay)
        .execute();
      for (const { upload } of old) await database.alone('kept files', (changing) => forget(changing, upload));
    },
    close: async () => (await opening)?.close(),
  };
}

const rowOf = (db: Db, digest: string): Promise<Row | undefined> => db.selectFrom('files').selectAll().where('digest', '=', digest).executeTakeFirst();

/** Of an upload that is a file by now nothing is forgotten. */
async function forget(db: Db, upload: string): Promise<void> {
  const isFile = await db.selectFrom('files').select('digest').where('upload', '=', upload).executeTakeFirst();
  if (isFile) return;
  await db.deleteFrom('file_pieces').where('upload', '=', upload).execute();
  await db.deleteFrom('file_uploads').where('upload', '=', upload).execute();
}

const asKept = ({ digest, bytes, kept_at }: Row): KeptFile => ({ digest, bytes: Number(bytes), keptAt: new Date(Number(kept_at)).toISOString() });
