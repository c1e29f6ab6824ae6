import { createHash } from 'node:crypto';
import { openDatabase } from '#platform/databases';
import { copyFiles } from '../copy-files.js';
import { keptFilesAt } from '../kept-files.js';
import { layout, type FileTables } from '../layout.js';
import type { Content, KeptFiles } from '../port.js';

const megabyte = 1_048_576;
export const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
/** Bytes that differ from place to place, so that a piece in the wrong order shows. */
export const bytesOf = (length: number, seed = 1): Buffer =>
  Buffer.from(Uint32Array.from({ length: Math.ceil(length / 4) }, (_, i) => Math.imul(i + seed, 2_654_435_761)).buffer).subarray(0, length);
export async function wholeOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}
async function* brokenOff(content: Buffer): AsyncIterable<Buffer> {
  yield content;
  throw new Error('the sender was cut off');
}
async function* inSmallParts(content: Buffer, part: number): AsyncIterable<Buffer> {
  for (let from = 0; from < content.length; from += part) yield content.subarray(from, from + part);
}

/** What keeping files means, wherever they are kept. */
export function keptFilesIn(addressOf: () => string | Promise<string>): void {
  let [address, today] = ['', '2026-11-21T09:00:00.000Z'];
  const opened: KeptFiles[] = [];
  const open = (at = address): KeptFiles => {
    const files = keptFilesAt({ address: at, clock: { now: () => today } });
    opened.push(files);
    return files;
  };
  const put = (files: KeptFiles, content: Content) => files.put(content, { limit: 4 * megabyte });
  const count = async (table: keyof FileTables): Promise<number> => {
    const database = await openDatabase<FileTables>({ address, schema: 'office', layout });
    const { of } = await database.db
      .selectFrom(table)
      .select((each) => each.fn.countAll().as('of'))
      .executeTakeFirstOrThrow();
    await database.close();
    return Number(of);
  };
  beforeEach(async () => void ([address, today] = [await addressOf(), '2026-11-21T09:00:00.000Z']));
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });

  it('gives back every byte, however the file came and however large it is', async () => {
    const files = open();
    for (const [length, part] of [
      [1, 1],
      [262_144, 262_144],
      [262_145, 7_001],
      [3 * megabyte, 65_536],
      [3 * megabyte + 17, 2 * megabyte],
    ] as const) {
      const content = bytesOf(length);
      const kept = await put(files, inSmallParts(content, part));
      expect(kept).toEqual({ digest: digestOf(content), bytes: length, keptAt: today });
      expect((await wholeOf(files.read(kept.digest))).equals(content)).toBe(true);
      expect(await files.isIntact(kept.digest)).toBe(true);
    }
  });

  it('keeps the same content once, and any number of others beside it', async () => {
    const [one, other] = [open(), open()];
    const first = await put(one, [bytesOf(300_000)]);
    today = '2026-11-22T09:00:00.000Z';
    expect(await put(other, [bytesOf(300_000)])).toEqual(first);
    expect([await count('files'), await count('file_pieces'), await count('file_uploads')]).toEqual([1, 2, 0]);
    await Promise.all([3, 4, 3, 4, 3].map((seed) => put(seed === 3 ? one : other, [bytesOf(300_000, seed)])));
    expect([await count('files'), await count('file_pieces'), await count('file_uploads')]).toEqual([3, 6, 0]);
  });

  it('finds what is there, and tells how it begins', async () => {
    const files = open();
    const { digest } = await put(files, [Buffer.from('%PDF-1.7 and more')]);
    expect([...(await files.find([digest, 'f'.repeat(64)])).keys()]).toEqual([digest]);
    expect((await files.beginning(digest))?.toString()).toBe('%PDF-1.7 and more');
    expect((await files.find([])).size).toBe(0);
    expect(await files.beginning('f'.repeat(64))).toBeUndefined();
    expect(await files.isIntact('f'.repeat(64))).toBe(false);
    const kept: string[] = [];
    for await (const each of files.all()) kept.push(each.digest);
    expect(kept).toEqual([digest]);
  });

  it('takes no file that is too large or empty, and nothing of it is left', async () => {
    const files = open();
    await expect(files.put([bytesOf(1_025)], { limit: 1_024 })).rejects.toThrow('The file has more than 1 kilobytes');
    await expect(files.put(inSmallParts(bytesOf(2 * megabyte), 10_000), { limit: megabyte })).rejects.toMatchObject({ because: 'too-large' });
    await expect(put(files, [])).rejects.toMatchObject({ because: 'empty' });
    expect(await files.put([bytesOf(1_024)], { limit: 1_024 })).toMatchObject({ bytes: 1_024 });
    expect([await count('files'), await count('file_pieces'), await count('file_uploads')]).toEqual([1, 1, 0]);
  });

  it('counts nothing of what was cut off', async () => {
    const files = open();
    await expect(put(files, brokenOff(bytesOf(megabyte)))).rejects.toThrow('cut off');
    expect([await count('files'), await count('file_pieces'), await count('file_uploads')]).toEqual([0, 0, 0]);
  });

  it('sweeps away a day later what a killed process left, and never a file', async () => {
    const files = open();
    const { digest } = await put(files, [bytesOf(megabyte)]);
    const dying = (async function* () {
      yield bytesOf(megabyte, 2);
      await new Promise(() => undefined); // the process is killed here: nobody tidies up
    })();
    void put(files, dying);
    for (let turn = 0; turn < 200 && (await count('file_pieces')) < 8; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await count('file_uploads')).toBe(1);
    await files.sweep();
    expect(await count('file_pieces')).toBe(8);
    today = '2026-11-22T09:00:01.000Z';
    await files.sweep();
    expect([await count('file_pieces'), await count('file_uploads')]).toEqual([4, 0]);
    expect(await files.isIntact(digest)).toBe(true);
  });

  it('says when a byte was changed instead of handing out the rest, and the same file sent again mends it', async () => {
    const files = open();
    const { digest } = await put(files, [bytesOf(megabyte)]);
    const database = await openDatabase<FileTables>({ address, schema: 'office', layout });
    const { content } = await database.db.selectFrom('file_pieces').select('content').where('number', '=', 3).executeTakeFirstOrThrow();
    content[7] = (content[7] ?? 0) ^ 1;
    await database.db.updateTable('file_pieces').set({ content }).where('number', '=', 3).execute();
    await database.close();
    await expect(wholeOf(files.read(digest))).rejects.toThrow(`The file ${digest} is not as it was sent`);
    expect(await files.isIntact(digest)).toBe(false);
    await put(files, [bytesOf(megabyte)]);
    expect(await files.isIntact(digest)).toBe(true);
    expect([await count('files'), await count('file_pieces'), await count('file_uploads')]).toEqual([1, 4, 0]);
  });

  it('is copied to another place: what is there is left, what was altered there is mended, what was altered here is named', async () => {
    const [from, to] = [open(), open('sqlite::memory:')];
    const [good, bad] = [await put(from, [bytesOf(megabyte)]), await put(from, [bytesOf(10, 9)])];
    expect(await copyFiles(from, to)).toEqual({ copied: 2, there: 0, bytes: megabyte + 10, altered: [] });
    const database = await openDatabase<FileTables>({ address, schema: 'office', layout });
    await database.db.updateTable('files').set({ pieces: 0 }).where('digest', '=', bad.digest).execute();
    await database.close();
    expect(await copyFiles(from, to)).toMatchObject({ copied: 0, there: 2, altered: [] });
    expect(await copyFiles(to, from)).toMatchObject({ copied: 1, there: 1 });
    expect([await from.isIntact(good.digest), await from.isIntact(bad.digest)]).toEqual([true, true]);
  });
}
