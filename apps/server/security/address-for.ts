import type { IncomingMessage } from 'node:http';

/** A host as browsers send it. Anything else is nobody's address, and never becomes part of a link. */
const hostForm = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i;

/** Whole addresses of this server: under the one that was set, or else under that by which the visitor came. */
export const addressFor =
  (publicAddress: string | undefined) =>
  ({ headers }: Pick<IncomingMessage, 'headers'>, path: string): string => {
    if (publicAddress !== undefined) return `${publicAddress}${path}`;
    const { host = '' } = headers;
    return hostForm.test(host) ? `http://${host}${path}` : path;
  };
