import { posix } from 'node:path';
import ts from 'typescript';
import { type Source } from './source.js';

/** Started by a program or by a person, not by an import. The memory log is the model that adapters are compared with. */
const entries = /^libs\/platform\/event-store-memory\/index\.ts$|^apps\/[^/]+\/main\.ts$|\.spec\.ts$|\.d\.ts$|^[^/]+$|^infra\/bootstrap\/(run|tally|assets)\.js$/;
const aside = /\.spec\.ts$|\/testing\/|^test\//;

/** `#name` and relative imports as paths from the root; packages give nothing. */
export function resolved(from: string, wanted: string): string[] {
  if (wanted.startsWith('.')) {
    const path = posix.join(posix.dirname(from), wanted);
    return [path, path.replace(/\.js$/, '.ts')];
  }
  if (!wanted.startsWith('#')) return [];
  const path = `libs/${wanted.slice(1)}`;
  return [`${path}.ts`, `${path}/index.ts`];
}

/** Worker threads and child processes are named by address: new URL('./x.js', import.meta.url). */
const addresses = (text: string) => [...text.matchAll(/new URL\(\s*['"](\.[^'"]+)['"]/g)].map((match) => match[1] ?? '');

/** Files that nobody imports. What only specs import counts as unused, unless it is there for specs. */
export function unusedFiles(sources: readonly Source[]): string[] {
  const used = new Set<string>();
  for (const source of sources.filter(({ isCode }) => isCode)) {
    const imports = ts.preProcessFile(source.text, true, true).importedFiles.map(({ fileName }) => fileName);
    for (const path of [...imports, ...addresses(source.text)].flatMap((wanted) => resolved(source.path, wanted))) {
      if (path !== source.path && (!aside.test(source.path) || aside.test(path) || path.startsWith('infra/'))) used.add(path);
    }
  }
  const settings = sources.filter(({ path }) => /\.(json|js|mjs|ya?ml)$|\/(run|Dockerfile)$/.test(path));
  const named = (path: string) => settings.some((source) => source.path !== path && source.text.includes(path));
  return sources.filter(({ path, isCode }) => isCode && !entries.test(path) && !used.has(path) && !named(path)).map(({ path }) => path);
}
