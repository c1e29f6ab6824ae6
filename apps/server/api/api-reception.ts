import type { ServerResponse } from 'node:http';
import { apiRoot, deprecationHeaders } from '#platform/openapi';
import { admit, secretIn, type ApiRequest, type BearerTokens } from './bearer.js';

export const isForApi = ({ url = '' }: Pick<ApiRequest, 'url'>): boolean => url === apiRoot || url.startsWith(`${apiRoot}/`) || url.startsWith(`${apiRoot}?`);

/** Finds out who calls before anything is counted or read, so that each token has an allowance of its own. */
export function apiReception(tokens: BearerTokens) {
  const look = async (request: ApiRequest): Promise<void> => {
    const secret = secretIn(request.headers.authorization);
    const caller = secret === undefined ? undefined : await tokens.callerWith(secret);
    if (caller) admit(request, caller);
  };
  return (request: ApiRequest, response: ServerResponse, next: (problem?: unknown) => void): void => {
    if (!isForApi(request)) return next();
    const path = (request.url ?? '').slice(apiRoot.length).replace(/\?.*$/s, '');
    for (const [name, value] of Object.entries(deprecationHeaders(path))) response.setHeader(name, value);
    look(request).then(() => next(), next);
  };
}
