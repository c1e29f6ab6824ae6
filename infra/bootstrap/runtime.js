import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.js';
import { npmCi } from './npm.js';
import { inRepository, runtimeFolder } from './places.js';
import { run } from './program.js';
import { saying } from './say.js';
import { Trouble } from './trouble.js';

const recipe = inRepository('infra', 'bootstrap', 'runtime');
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * @param {string} version
 * @param {string} wanted such as ">=24.9"
 */
export function isAtLeast(version, wanted) {
  const [have = [], need = []] = [version, wanted].map((text) => text.replace(/^\D+/, '').split('.').map(Number));
  for (let part = 0; part < need.length; part += 1) {
    if ((have[part] ?? 0) !== need[part]) return (have[part] ?? 0) > (need[part] ?? 0);
  }
  return true;
}

/** The Node to run on: this one, or one that is fetched once, from a lock of its own, into .runtime/. */
export async function suitableNode() {
  const wanted = read(inRepository('package.json')).engines.node;
  if (isAtLeast(process.versions.node, wanted)) return process.execPath;

  const { version, optionalDependencies } = read(join(recipe, 'package.json'));
  const name = `node-${process.platform}-${process.arch}`;
  if (!(name in optionalDependencies)) {
    throw new Trouble(
      `Tallystick needs Node ${wanted.replace('>=', '')} or newer and this is ${process.versions.node}.\n` +
        `Install Node ${version} for ${process.platform} ${process.arch} from nodejs.org, then try again.`,
    );
  }
  const home = join(runtimeFolder, `${name}-${version}`);
  const program = join('node_modules', name, 'bin', 'node');
  const node = join(home, program);
  if (!existsSync(node)) await alone(async () => existsSync(node) || (await fetchNode(home, program, version)));
  return node;
}

/**
 * Fetched beside its place and moved there whole, so that a half-fetched Node is never run.
 * @param {string} home
 * @param {string} program
 * @param {string} version
 */
async function fetchNode(home, program, version) {
  const draft = `${home}.fetching`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  cpSync(recipe, draft, { recursive: true });
  await saying(`fetching Node ${version}, because this machine has ${process.versions.node} (once, about 50 MB)`, async () => {
    await npmCi(draft, program, '--loglevel=verbose');
    const { code, output } = await run(join(draft, program), ['--version']);
    if (code !== 0) {
      throw new Trouble(`${output.trim()}\nThe published Node ${version} does not run here. Install Node ${version} yourself, then try again.`);
    }
    rmSync(home, { recursive: true, force: true });
    renameSync(draft, home);
  });
}
