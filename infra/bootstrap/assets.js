// Makes what the pages need from the files of apps/server that are not TypeScript: styles, scripts, images, templates.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { compile } from 'sass';
import { inRepository } from './places.js';

const published = inRepository('dist', 'apps', 'server', 'public');
const kit = inRepository('node_modules', 'govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.js');
const types = { '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml' };

/** @type {Record<string, { file: string, type: string }>} */
const manifest = {};

/**
 * A file is published under a name with its hash in it, so that a browser may keep it for ever.
 * @param {string} name
 * @param {string | Buffer} content
 */
function publish(name, content) {
  const ending = /** @type {keyof typeof types} */ (extname(name));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const file = `${basename(name, ending)}.${hash}${ending}`;
  writeFileSync(join(published, file), content);
  writeFileSync(join(published, `${file}.br`), brotliCompressSync(content));
  manifest[name] = { file, type: types[ending] };
  return file;
}

rmSync(published, { recursive: true, force: true });
mkdirSync(published, { recursive: true });

const styles = compile(inRepository('apps', 'server', 'styles', 'tallystick.scss'), {
  loadPaths: [inRepository(), inRepository('node_modules')],
  style: 'compressed',
  quietDeps: true,
});
publish('tallystick.css', styles.css);

const kitFile = publish('govuk-frontend.js', readFileSync(kit, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*$/m, ''));
const script = readFileSync(inRepository('apps/server/scripts/tallystick.js'), 'utf8');
publish('tallystick.js', script.replace('govuk-frontend', `./${kitFile}`));
publish('tallystick.svg', readFileSync(inRepository('apps', 'server', 'images', 'tallystick.svg')));
writeFileSync(join(published, 'manifest.json'), JSON.stringify(manifest, undefined, 2));

/**
 * Templates keep their places beside the code that fills them.
 * @param {string} folder
 */
function copyTemplates(folder) {
  for (const entry of readdirSync(inRepository(folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyTemplates(path);
    else if (path.endsWith('.njk')) cpSync(inRepository(path), inRepository('dist', path));
  }
}
copyTemplates(join('apps', 'server'));
