/**
 * `node --import ./test/support/run-typescript.mjs file.ts`: runs our sources as they stand, for processes that a test
 * starts and may kill. Node erases the types; what is left is to find `./x.js` and `#platform/x` where the sources are.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const libs = new URL('../../libs/', import.meta.url);
/** @type {(specifier: string, parent: string | undefined) => URL[]} */
const candidates = (specifier, parent) => {
  if (specifier.startsWith('#')) return [new URL(`${specifier.slice(1)}/index.ts`, libs), new URL(`${specifier.slice(1)}.ts`, libs)];
  return specifier.startsWith('.') && specifier.endsWith('.js') ? [new URL(specifier.replace(/\.js$/, '.ts'), parent)] : [];
};

registerHooks({
  resolve(specifier, context, next) {
    const source = candidates(specifier, context.parentURL).find((url) => existsSync(fileURLToPath(url)));
    return source === undefined ? next(specifier, context) : next(source.href, context);
  },
});
