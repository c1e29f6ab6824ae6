import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from './places.js';

/**
 * One hash over the paths, sizes and times of the files that a step reads. Contents are not read: this runs at every start.
 * @param {string[]} places files or folders, from the repository's root; those that do not exist count as nothing
 * @param {(path: string) => boolean} [wanted]
 */
export function fingerprint(places, wanted = () => true) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ path) => {
    const stat = statSync(inRepository(path), { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) return void (wanted(path) && hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`));
    for (const name of readdirSync(inRepository(path)).sort()) visit(join(path, name));
  };
  places.forEach(visit);
  return hash.digest('hex');
}

/** @param {string} path */
export function contentHash(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/**
 * A stamp is written only after its step has finished.
 * @param {string} path
 */
export function stamp(path) {
  return {
    /** @param {string} expected */
    says(expected) {
      return statSync(path, { throwIfNoEntry: false }) !== undefined && readFileSync(path, 'utf8') === expected;
    },
    /** @param {string} value */
    write: (value) => writeFileSync(path, value),
  };
}
