/**
 * A path of ours to come back to, or nothing: never another site. A browser drops tabs and line ends from an address and
 * takes a backslash for a slash, so an address with any of them is none of ours.
 */
export const pathBack = (text: string | undefined): string | undefined =>
  text !== undefined && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text) && !/^\/(sign-|first-administrator\/|invitation\/)/.test(text) ? text : undefined;
