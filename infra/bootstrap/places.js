import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. Every path in the bootstrap starts here, so it works from any working directory. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string[]} parts */
export const inRepository = (...parts) => join(root, ...parts);

/** Git-ignored: the fetched Node, locks and the compile cache. */
export const runtimeFolder = inRepository('.runtime');
