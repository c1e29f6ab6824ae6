import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Gate } from './gate.js';
import type { Log } from './log.js';
import type { Measures } from './measures.js';
import type { Survey } from './survey.js';

export interface OperationsParts {
  readonly gate: Pick<Gate, 'stands'>;
  readonly survey: Pick<Survey, 'take'>;
  readonly measures: Measures;
  readonly log: Pick<Log, 'error'>;
  /** Whoever reads measures must show it; nobody needs to where there is none. */
  readonly metricsToken?: string;
}

type Answer = { readonly status: number; readonly type?: string; readonly body: string };
const said = (status: number, body: object): Answer => ({ status, type: 'application/json', body: `${JSON.stringify(body)}\n` });

/**
 * What operators' programs ask: `/health/live`, `/health/ready` and, where they may be read, `/metrics`. Answers undefined
 * for any other address. Nothing in the answers names a person or a thing of the house.
 */
export function operations({ gate, survey, measures, metricsToken }: Omit<OperationsParts, 'log'>, { showsMeasures }: { readonly showsMeasures: boolean }) {
  const answers = new Map<string, (request: IncomingMessage) => Promise<Answer>>(Object.entries({
    // Asks nobody: a process that can answer lives, and killing it would not bring back a database.
    '/health/live': () => Promise.resolve(said(200, { status: 'live' })),
    '/health/ready': async () => {
      const { ready, because } = await gate.stands();
      return said(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', ...(because === undefined ? {} : { because }) });
    },
    '/metrics': async ({ headers }: IncomingMessage) => {
      if (!showsMeasures && metricsToken === undefined) return said(404, { status: 'not found', detail: 'Measures are read at OPERATIONS_PORT, or here by whoever shows METRICS_TOKEN' });
      if (metricsToken !== undefined && !isSame(headers.authorization ?? '', `Bearer ${metricsToken}`)) return said(401, { status: 'not permitted', detail: 'Send Authorization: Bearer with METRICS_TOKEN' });
      await Promise.all([survey.take(), gate.stands()]);
      return { status: 200, ...(await measures.page()) };
    },
  }));
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const answer = answers.get((request.url ?? '').replace(/\?.*$/s, ''));
    if (!answer) return false;
    const { status, type, body } = request.method === 'GET' || request.method === 'HEAD' ? await answer(request) : said(405, { status: 'only read' });
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}) });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}

/** Compared in a time that tells nothing. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
