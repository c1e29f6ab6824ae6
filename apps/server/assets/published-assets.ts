import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that every page may ask for, plain and compressed, held in memory: there are four of them. */
export interface PublishedAsset {
  readonly type: string;
  readonly body: Buffer;
  readonly brotli: Buffer;
}

/** Styles, scripts and the mark, under names that hold their hashes. Made by infra/bootstrap/assets.js. */
export class PublishedAssets {
  readonly #files = new Map<string, PublishedAsset>();
  readonly #names = new Map<string, string>();

  constructor(folder: string) {
    const manifest = join(folder, 'manifest.json');
    if (!existsSync(manifest)) throw new Error(`There are no styles and scripts in ${folder}. Make them with: npm run build`);
    for (const [name, { file, type }] of Object.entries(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string; type: string }>)) {
      this.#names.set(name, file);
      this.#files.set(file, { type, body: readFileSync(join(folder, file)), brotli: readFileSync(join(folder, `${file}.br`)) });
    }
  }

  /** The address of an asset by its plain name. Throws when nobody made it. */
  addressOf(name: string): string {
    const file = this.#names.get(name);
    if (file === undefined) throw new Error(`A page asks for ${name}, which infra/bootstrap/assets.js does not make`);
    return `/assets/${file}`;
  }

  find(file: string): PublishedAsset | undefined {
    return this.#files.get(file);
  }
}
