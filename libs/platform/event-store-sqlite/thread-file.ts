import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiled code starts the compiled thread; under the tests Node runs the source as it stands. */
export const threadFile = (compiled: URL): string => fileURLToPath(compiled).replace(/\.js$/, extname(import.meta.url));
