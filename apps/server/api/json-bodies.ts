import type { IncomingMessage, ServerResponse } from 'node:http';
import { isForApi } from './api-reception.js';

/** More than any command takes, and little enough to be read at once. */
const largestBody = '100kb';

class NotText extends Error {
  readonly status = 400;
}

/** JSON in UTF-8 and nothing else: RFC 8259 knows no other letters. */
export const isJson = (contentType: string | undefined): boolean => /^application\/json *(; *charset="?utf-8"? *)?$/i.test(contentType ?? '');

/** How bodies of the API are read. What is no UTF-8 is refused, rather than stored as question marks. */
export const jsonBodies = {
  limit: largestBody,
  strict: false,
  type: (request: IncomingMessage): boolean => isForApi(request) && isJson(request.headers['content-type']),
  verify: (_: IncomingMessage, __: ServerResponse, body: Buffer): void => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(body);
    } catch (cause) {
      throw new NotText('The body is not UTF-8', { cause });
    }
  },
};
