import type { ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { VisitedRequest } from './visits/visit.js';

/** The server's log: JSON lines on stderr. No input, no query and nobody's name is ever handed to it. */
export const openLog = (level: string): Logger => pino({ level, base: { name: 'tallystick' }, redact: ['err.config', 'err.headers'] }, pino.destination({ dest: 2, sync: true }));

/** What Nest says, in the same log. Its messages about start-up are for developers. */
export function nestLog(logger: Logger): LoggerService {
  const say = (level: 'debug' | 'warn' | 'error' | 'fatal') => (message: unknown, ...rest: unknown[]) => logger[level]({ context: rest.at(-1) }, String(message));
  return { log: say('debug'), debug: say('debug'), verbose: say('debug'), warn: say('warn'), error: say('error'), fatal: say('fatal') };
}

/** One line a request: the pattern of its route, never its address, so that no reference or search word is kept. */
export function requestLog(logger: Logger) {
  return (request: VisitedRequest & { readonly route?: { readonly path?: unknown } }, response: ServerResponse, next: () => void): void => {
    const started = performance.now();
    response.once('finish', () => {
      const level = response.statusCode >= 500 ? 'error' : 'info';
      const { path } = request.route ?? {};
      logger[level]({ method: request.method, route: typeof path === 'string' ? path : 'none', status: response.statusCode, ms: Math.round(performance.now() - started) }, 'request');
    });
    next();
  };
}
