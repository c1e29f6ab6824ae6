import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, stamp } from './fingerprint.js';
import { inRepository } from './places.js';
import { run } from './program.js';
import { saying } from './say.js';
import { Trouble } from './trouble.js';

const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const built = stamp(inRepository('dist', '.built'));
const isBuilt = (/** @type {string} */ path) => settings.includes(path) || (path.endsWith('.ts') && !path.endsWith('.spec.ts'));
const sources = () => fingerprint(['apps', 'libs', ...settings], isBuilt);

/**
 * The compiler never deletes: a file whose source is gone would still be found by those who look in dist.
 * @param {string} folder
 */
function sweep(folder) {
  for (const entry of readdirSync(inRepository('dist', folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sweep(path);
    else if (path.endsWith('.js.map') && !existsSync(inRepository(path.replace(/\.js\.map$/, '.ts')))) {
      // Only what the compiler made has a map of this name beside it: published scripts stay.
      for (const made of [path, path.slice(0, -'.map'.length)]) rmSync(inRepository('dist', made), { force: true });
    }
  }
}

export const build = {
  isDue: () => !built.says(sources()),
  run: () =>
    saying('building', async () => {
      const before = sources();
      mkdirSync(inRepository('dist'), { recursive: true });
      rmSync(inRepository('dist', '.built'), { force: true });
      const compiler = inRepository('node_modules', 'typescript', 'bin', 'tsc');
      const { code, output } = await run(process.execPath, [compiler, '-p', 'tsconfig.build.json']);
      if (code !== 0) throw new Trouble(`${output.trim()}\n\nThe sources do not compile; the lines above say where.`);
      for (const folder of ['apps', 'libs']) if (existsSync(inRepository('dist', folder))) sweep(folder);
      built.write(before);
    }),
};
