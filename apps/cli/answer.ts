import type { ExitCode } from './exit-codes.js';

/** What a command came to: one JSON document, and the same in words. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  readonly exit?: ExitCode;
}
