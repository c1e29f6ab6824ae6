import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { LoggerService } from '@nestjs/common';
import { traceIdOf, withoutValues, type Log, type Watch } from '#platform/telemetry';
import type { VisitedRequest } from './visits/visit.js';

/** What Nest says, in the same log. Its messages about start-up are for developers. */
export function nestLog(logger: Log): LoggerService {
  const say = (level: 'debug' | 'warn' | 'error' | 'fatal') => (message: unknown, ...rest: unknown[]) => logger[level]({ context: rest.at(-1) }, withoutValues(String(message)));
  return { log: say('debug'), debug: say('debug'), verbose: say('debug'), warn: say('warn'), error: say('error'), fatal: say('fatal') };
}

type Routed = VisitedRequest & { readonly route?: { readonly path?: unknown } };

/** The pattern of the route, never its address: no reference and no search word is kept. */
const routeOf = ({ route }: Routed): string => (typeof route?.path === 'string' ? route.path : 'none');

/** A few kinds of address, so that the measures stay few whatever is asked for. */
function kindOf(url: string): string {
  const [, first = ''] = /^\/((?:api\/v1\/)?[\w.-]*)/.exec(url) ?? [];
  const kinds: Readonly<Record<string, string>> = { 'api/v1/commands': 'api-command', 'api/v1/questions': 'api-question', 'api/v1/events': 'api-events', assets: 'asset' };
  return kinds[first] ?? (first.startsWith('api/') ? 'api' : 'page');
}

export const requestIdHeader = 'x-request-id';

/**
 * One line, one measure and one trace for every request. Its id is ours and goes back with the answer, so that somebody who
 * asks for help can name it. A stranger's trace is followed and never joined: what is joined could be written into the log of events.
 */
export function requestLog(logger: Log, { measures, tracing }: Pick<Watch, 'measures' | 'tracing'>) {
  return (request: Routed, response: ServerResponse, next: () => void): void => {
    const started = performance.now();
    const id = randomUUID().slice(0, 8);
    const kind = kindOf(request.url ?? '');
    const { method = 'GET' } = request;
    response.setHeader(requestIdHeader, id);
    void tracing.within(method, { kind: 'server', isRoot: true, follows: [request.headers['traceparent']].flat() }, (span) => new Promise<void>((resolve) => {
      response.once('close', () => {
        const [route, status, milliseconds] = [routeOf(request), response.statusCode, performance.now() - started];
        measures.requests.observe({ kind, method: /^(GET|HEAD|POST)$/.test(method) ? method : 'other', status }, milliseconds / 1_000);
        span.rename(`${method} ${route}`);
        span.note('http.response.status_code', status);
        const traceId = traceIdOf(span.traceparent);
        logger[status >= 500 ? 'error' : 'info']({ request: id, ...(traceId === undefined ? {} : { trace: traceId }), method, route, status, ms: Math.round(milliseconds), ...(response.writableFinished ? {} : { cut: true }) }, 'request');
        resolve();
      });
      next();
    }));
  };
}
