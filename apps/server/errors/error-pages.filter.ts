import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { KeptForms } from '#platform/accounts';
import type { Log } from '#platform/telemetry';
import { answerProblem } from '../api/answer-problem.js';
import { isForApi } from '../api/api-reception.js';
import { wordsOf } from '../forms/read-form.js';
import { Rendering } from '../layout/rendering.js';
import { template } from '../layout/reply.js';
import { requestIdHeader } from '../log.js';
import { visitIfAny, type Visit, type VisitedRequest } from '../visits/visit.js';
import { explained, type Explained } from './explained.js';
import { NotSignedIn } from './troubles.js';

const errorPage = template<Explained & { readonly reference: string | undefined }>('errors/error.njk');
const nobody: Visit = { path: '/', query: {}, session: undefined, past: undefined, pastTrouble: undefined };

/** The last stop of everything that was thrown: a page that says what to do, or the same for programs. */
@Catch()
export class ErrorPagesFilter implements ExceptionFilter {
  constructor(
    private readonly rendering: Rendering,
    private readonly logger: Log,
    private readonly kept: Pick<KeptForms, 'keep'>,
  ) {}

  /** Nest does not wait for a filter: whatever goes wrong here as well is shown, and never thrown. */
  async catch(problem: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<VisitedRequest>();
    const response = http.getResponse<ServerResponse>();
    if (isForApi(request)) return answerProblem(problem, response, this.logger);
    if (!(problem instanceof NotSignedIn)) return this.#show(problem, request, response);
    try {
      await this.#signInFirst(problem, request, response);
    } catch (fault) {
      this.#show(fault, request, response);
    }
  }

  #show(problem: unknown, request: VisitedRequest, response: ServerResponse): void {
    const visit = visitIfAny(request);
    const said = explained(problem, visit);
    const reference = said.isBug ? randomUUID().slice(0, 8) : undefined;
    if (reference !== undefined) this.logger.error({ reference, request: response.getHeader(requestIdHeader), err: problem }, 'a page failed');
    if (response.headersSent) return void response.destroy();
    if (said.retryAfterSeconds !== undefined) response.setHeader('retry-after', said.retryAfterSeconds);
    response.setHeader('cache-control', 'no-store');
    response.statusCode = said.status;
    if (wantsData(request)) {
      response.setHeader('content-type', 'application/problem+json');
      return void response.end(JSON.stringify({ status: said.status, title: said.heading, detail: said.sentences.join(' '), ...(reference === undefined ? {} : { reference }) }));
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(this.rendering.draw(errorPage(said.heading, { ...said, reference }), { ...(visit ?? nobody), pastTrouble: undefined }));
  }

  /** Whoever is not signed in comes back to the page that they wanted, and to what they had typed into it. */
  async #signInFirst({ typed }: NotSignedIn, request: VisitedRequest, response: ServerResponse): Promise<void> {
    const { path = '/', ended } = visitIfAny(request) ?? {};
    const back = typed === undefined ? (request.method === 'GET' ? (request.url ?? '/') : '/') : `${path}?kept=${await this.kept.keep({ path, words: wordsOf(typed) }, ended?.person)}`;
    response.writeHead(303, { location: back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`, 'cache-control': 'no-store' }).end();
  }
}

const wantsData = ({ url = '', headers }: VisitedRequest): boolean => /^[^?]*\.(json|csv)(\?|$)/.test(url) || (headers.accept ?? '').startsWith('application/json');
