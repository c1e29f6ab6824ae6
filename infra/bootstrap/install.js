import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, stamp } from './fingerprint.js';
import { npmCi } from './npm.js';
import { inRepository, root } from './places.js';
import { saying } from './say.js';

const lockFile = inRepository('package-lock.json');
const npmsRecord = join('node_modules', '.package-lock.json');
const installed = stamp(inRepository('node_modules', '.tallystick'));
/** The platform belongs in the stamp (native parts); the version of Node does not (they are N-API). */
const wanted = () => `${contentHash(lockFile)} ${process.platform} ${process.arch}`;

/** An install by hand (`npm ci`, `npm install`) counts: npm writes its own record last, and it must equal our lock. */
function installedByHand() {
  const record = inRepository(npmsRecord);
  if (!existsSync(record)) return false;
  const inPlace = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages).every(
    ([path, locked]) => path === '' || (inPlace[path] ? inPlace[path].integrity === locked.integrity : locked.optional || locked.peer),
  );
}

/**
 * Makes `npx tally` find the launcher of this folder without asking a registry. A "bin" in package.json would do so too,
 * but npx then installs the folder into a cache of its own first, and stops on an old Node.
 */
function linkLauncher() {
  if (process.platform === 'win32') return;
  const link = inRepository('node_modules', '.bin', 'tally');
  mkdirSync(inRepository('node_modules', '.bin'), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync('../../infra/bootstrap/tally.js', link);
}

export const install = {
  isDue: () => !installed.says(wanted()),
  async run() {
    if (!installedByHand()) {
      const work = () => npmCi(root, npmsRecord, '--include=dev', '--loglevel=error');
      await saying('installing packages (about 40 s the first time)', work);
    }
    linkLauncher();
    installed.write(wanted());
  },
};
