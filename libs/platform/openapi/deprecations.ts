import type { IsoDate } from '#kernel';

/** What is to go: announced on a day, and gone at least 12 months later (docs/api.md). */
export interface Deprecation {
  readonly announcedOn: IsoDate;
  readonly goesOn: IsoDate;
  /** What to do instead. */
  readonly instead: string;
}
/** By path below the root, such as /commands/approve-award. */
export type Deprecations = Readonly<Record<string, Deprecation>>;

/** What this version has announced. */
export const deprecations: Deprecations = {};

const secondsAt = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`) / 1000;

/** Deprecation (RFC 9745) and Sunset (RFC 8594) of an address; none for what stays. */
export function deprecationHeaders(path: string, announced: Deprecations = deprecations): Readonly<Record<string, string>> {
  const found = Object.hasOwn(announced, path) ? announced[path] : undefined;
  return found ? { deprecation: `@${secondsAt(found.announcedOn)}`, sunset: new Date(secondsAt(found.goesOn) * 1000).toUTCString() } : {};
}

/** The same in the document. */
export function deprecated(path: string, announced: Deprecations): { readonly deprecated?: true; readonly description?: string } {
  const found = Object.hasOwn(announced, path) ? announced[path] : undefined;
  return found ? { deprecated: true, description: `Deprecated on ${found.announcedOn}, gone on ${found.goesOn}. ${found.instead}` } : {};
}
