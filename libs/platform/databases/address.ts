/** The scheme of an address: `postgres` of `postgres://…`. */
export const schemeOf = (address: string): string => address.slice(0, Math.max(0, address.indexOf(':'))).toLowerCase();
export const isPostgres = (address: string): boolean => ['postgres', 'postgresql'].includes(schemeOf(address));
/** The file of `sqlite:<file>` or `file:<path>`. */
export const fileOf = (address: string): string => address.slice(address.indexOf(':') + 1).replace(/^\/\//, '');

/** An address as it may be printed: a password in it never is, wherever it stands. */
export const shown = (address: string): string =>
  address.replace(/^([a-z+]+:\/\/[^:@/?]*):.*@(?=[^@]*$)/i, '$1:…@').replace(/([?&](?:password|sslpassword)=)[^&]*/gi, '$1…');
