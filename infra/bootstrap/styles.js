import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fingerprint, stamp } from './fingerprint.js';
import { inRepository } from './places.js';
import { run } from './program.js';
import { saying } from './say.js';
import { Trouble } from './trouble.js';

const maker = 'infra/bootstrap/assets.js';
const made = stamp(inRepository('dist', '.assets'));
const sources = () => fingerprint(['apps', maker, 'package-lock.json'], (path) => !path.endsWith('.ts'));

/** Styles, scripts and templates of the web pages: whatever assets.js makes of the files in apps/ that are not TypeScript. */
export const assets = {
  isDue: () => existsSync(inRepository(maker)) && !made.says(sources()),
  run: () =>
    saying('preparing styles and pages', async () => {
      const before = sources();
      mkdirSync(inRepository('dist'), { recursive: true });
      rmSync(inRepository('dist', '.assets'), { force: true });
      const { code, output } = await run(process.execPath, [inRepository(maker)]);
      if (code !== 0) throw new Trouble(`${output.trim()}\n\nThe styles could not be made; the lines above say why.`);
      made.write(before);
    }),
};
