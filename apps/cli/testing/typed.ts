import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressSettings } from '#platform/installation';
import { tally } from '../tally.js';

/** What came of typing something: exit code, what was printed, and the JSON document where that was asked for. */
export interface Typed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  json<Document>(): Document;
}

/** A folder to work in, and `tally` in it; what does not lie in the folder is at the addresses. */
export function desk(settings?: () => AddressSettings): { readonly data: string; path(name: string): string; type(...words: string[]): Promise<Typed>; typeWith(stdin: string, ...words: string[]): Promise<Typed>; clear(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  const data = join(folder, 'data');
  const typeWith = async (stdin: string, ...words: string[]): Promise<Typed> => {
    let [out, err] = ['', ''];
    const terminal = { out: (text: string) => void (out += `${text}\n`), err: (text: string) => void (err += `${text}\n`), isPerson: false, readStdin: () => Promise.resolve(stdin) };
    const exit = await tally(words, terminal, { folder: data, ...(settings ? { settings: settings() } : {}) });
    return { exit, out, err, json: <Document>() => JSON.parse(out) as Document };
  };
  return { data, path: (name) => join(folder, name), type: (...words) => typeWith('', ...words), typeWith, clear: () => rmSync(folder, { recursive: true, force: true }) };
}
