import type { Problem } from '#kernel';

/** Nobody has signed in, and the page is not open to all. */
export class NotSignedIn extends Error {
  /** `typed`: what a form brought, to be shown again after signing in. */
  constructor(readonly typed?: unknown) {
    super('Nobody has signed in');
  }
}

/** What the visitor's role may not do, and the roles that may. */
export class NotPermitted extends Error {
  constructor(
    readonly permission: string,
    readonly heldBy: readonly string[],
    readonly because?: string,
  ) {
    super(because ?? `${permission} is not permitted`);
  }
}

/** The address names something that is not there, or was not there yet. The message is shown. */
export class NoSuchThing extends Error {}

/** An address or a form that cannot be read. Each problem is shown. */
export class BadRequest extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('. '));
  }
}

/** More requests than are allowed. */
export class TooMany extends Error {
  constructor(readonly seconds: number) {
    super(`Too many requests: wait ${seconds} seconds`);
  }
}
