import type { ExitCode } from './exit-codes.js';

/** Something that the user can do something about: said in words, without a stack. */
export class Complaint extends Error {
  override readonly name = 'Complaint';

  constructor(
    readonly exit: ExitCode,
    message: string,
    /** More about it for --json, such as one problem for each field. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
