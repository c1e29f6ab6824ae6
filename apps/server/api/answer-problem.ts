import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { HttpException } from '@nestjs/common';
import { StoreFault } from '#platform/event-store';
import { FileAltered } from '#platform/kept-files';
import { problemKinds, type ProblemKindName } from '#platform/openapi';
import type { Log } from '#platform/telemetry';
import { ViewUnavailable } from '#platform/view-store';
import { BadRequest, NoSuchThing, NotPermitted, TooMany } from '../errors/troubles.js';
import { requestIdHeader } from '../log.js';
import { ApiProblem, problem, wrongParameters } from './problem.js';

const byStatus: Readonly<Record<number, ProblemKindName>> = { 400: 'unreadable', 403: 'from-elsewhere', 404: 'not-found', 413: 'too-large', 415: 'not-json' };

/** Whatever was thrown, as a problem. What nobody foresaw is our mistake and gets a reference. */
function problemOf(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  if (thrown instanceof NotPermitted) return problem('not-permitted', thrown.message, { permission: thrown.permission, heldBy: thrown.heldBy });
  if (thrown instanceof NoSuchThing) return problem('not-found', thrown.message);
  if (thrown instanceof BadRequest) return wrongParameters(...thrown.problems);
  if (thrown instanceof TooMany) return problem('too-many-requests', `Wait ${thrown.seconds} seconds, then send the same request again`, {}, { 'retry-after': String(thrown.seconds) });
  if (thrown instanceof ViewUnavailable || thrown instanceof StoreFault) return problem('unavailable', undefined, { reference: newReference() }, { 'retry-after': '60' });
  if (thrown instanceof FileAltered) return problem('file-altered', thrown.message, { reference: newReference() });
  const status = statusOf(thrown);
  const kind = status === undefined ? undefined : byStatus[status];
  return kind === undefined ? problem('mistake', undefined, { reference: newReference() }) : problem(kind);
}

const newReference = (): string => randomUUID().slice(0, 8);

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  return typeof thrown === 'object' && thrown !== null && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : undefined;
}

/** The last stop of everything that was thrown on the way through the API. */
export function answerProblem(thrown: unknown, response: ServerResponse, logger: Log): void {
  const { document, headers } = problemOf(thrown);
  if (document.status >= problemKinds.mistake.status) logger.error({ reference: document['reference'], request: response.getHeader(requestIdHeader), err: thrown }, 'a request to the API failed');
  if (response.headersSent) return void response.destroy();
  response.writeHead(document.status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers }).end(`${JSON.stringify(document)}\n`);
}
