import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { alsoWaitFor } from './lock.js';
import { run } from './program.js';
import { adviceFor, Trouble } from './trouble.js';

/** Settings of the npm that called us which must not leak into the npm we call. */
const leaking =
  /^npm_(lifecycle|package)_|^npm_config_(engine_strict|(local_|global_)?prefix|global|omit|production|only|workspace|ignore_scripts|user_agent)$/i;

/** npm's own program. The fetched Node brings none, and npm must run under that Node (engine-strict looks at it). */
function npmProgram() {
  const called = process.env['npm_execpath'] ?? '';
  const beside = dirname(realpathSync(process.execPath));
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    called.replace(/npx-cli\.js$/, 'npm-cli.js'),
    ...[beside, ...onPath].flatMap((folder) => [
      join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
      join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
      join(folder, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
    ]),
  ];
  const found = candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  if (!found) throw new Trouble('npm was not found. Install npm (it comes with Node from nodejs.org), then try again.');
  return found;
}

/** No install script of any package runs: every dependency ships what it needs (docs/decisions/0002). */
const flags = ['--ignore-scripts', '--prefer-offline', '--include=optional', '--no-audit', '--no-fund'];
/** npm's own patience is over a minute of silence. */
const patience = ['--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000'];

/**
 * `npm ci` under the Node that is running now. It must leave `expected` behind: npm is silent about optional packages that
 * it could not fetch, except in its verbose output.
 * @param {string} folder
 * @param {string} expected
 * @param {string[]} more
 */
export async function npmCi(folder, expected, ...more) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !leaking.test(name) && name !== 'NODE_ENV'));
  env['PATH'] = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  const { code, output } = await run(process.execPath, [npmProgram(), 'ci', ...flags, ...patience, ...more], { cwd: folder, env, started: alsoWaitFor });
  if (code === 0 && existsSync(join(folder, expected))) return;
  const said = output.split('\n').filter((line) => /^npm error (?!A complete|\s|[{}])\S|failed with|failed optional/.test(line));
  throw new Trouble([...said.slice(-6), `npm could not install. ${adviceFor(output, 'The lines above say why.')}`].join('\n'));
}
