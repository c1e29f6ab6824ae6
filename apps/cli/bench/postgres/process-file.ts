import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiled code starts the compiled process; where sources run as they stand, so does it. */
export const processFile = (compiled: URL): string => fileURLToPath(compiled).replace(/\.js$/, extname(import.meta.url));
