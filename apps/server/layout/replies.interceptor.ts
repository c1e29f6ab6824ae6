import { Readable } from 'node:stream';
import { Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { visitOf, type VisitedRequest } from '../visits/visit.js';
import { Rendering } from './rendering.js';
import { sent } from './replying.js';
import type { Reply } from './reply.js';

/** Turns what a page returns into what the browser gets. */
@Injectable()
export class RepliesInterceptor implements NestInterceptor<Reply, string | StreamableFile> {
  constructor(
    private readonly rendering: Rendering,
    private readonly host: HttpAdapterHost,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Reply>): Observable<string | StreamableFile> {
    const http = context.switchToHttp();
    const response: unknown = http.getResponse();
    return next.handle().pipe(
      map((reply) => {
        const { status, headers, body } = sent(reply, visitOf(http.getRequest<VisitedRequest>()), this.rendering);
        const { httpAdapter } = this.host;
        for (const [name, value] of Object.entries(headers)) httpAdapter.setHeader(response, name, value);
        httpAdapter.status(response, status);
        // Nest would write a plain Buffer as JSON.
        if (typeof body === 'string') return body;
        return Buffer.isBuffer(body) ? new StreamableFile(body, { length: body.length }) : new StreamableFile(Readable.from(body));
      }),
    );
  }
}
