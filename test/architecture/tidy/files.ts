import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceOf, type Source } from './source.js';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Made or fetched by programs, so nobody's style. */
const notOurs = new Set(['node_modules', 'dist', '.git', '.runtime', 'data', 'coverage', 'package-lock.json', 'LICENSE', 'catalogue', 'vendored']);
const readable = /\.(ts|js|mjs|njk|scss|css|json|ya?ml|md|sh)$|\/(run|Dockerfile)$/;

/** Every text file of the repository, read once. */
export function readRepository(folder = ''): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return readRepository(path);
    return entry.isFile() && readable.test(path) ? [sourceOf(path, readFileSync(join(root, path), 'utf8'))] : [];
  });
}
