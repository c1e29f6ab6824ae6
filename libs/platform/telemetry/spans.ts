import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span as OpenSpan, type Tracer } from '@opentelemetry/api';
import { readTraceparent, traceparentOf } from './traceparent.js';
import type { About, Span, Tracing } from './tracing.js';

const kinds = { server: SpanKind.SERVER, internal: SpanKind.INTERNAL, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER };
/** More would only be dropped by whoever collects them. */
const mostLinks = 32;

/** Spans of OpenTelemetry, without its globals: what surrounds a piece of work is kept here, so two can live in one process. */
export class Spans implements Tracing {
  readonly #around = new AsyncLocalStorage<OpenSpan>();

  constructor(
    private readonly tracer: Tracer,
    private readonly finish: () => Promise<void>,
  ) {}

  within<Result>(name: string, about: About, work: (span: Span) => Promise<Result>): Promise<Result> {
    const parent = about.isRoot ? undefined : this.#around.getStore();
    const links = [...new Set(about.follows ?? [])].map(readTraceparent).filter((context) => context !== undefined);
    const span = this.tracer.startSpan(
      name,
      { kind: kinds[about.kind ?? 'internal'], attributes: { ...about.notes }, links: links.slice(0, mostLinks).map((context) => ({ context })), root: parent === undefined },
      parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT,
    );
    return this.#around.run(span, async () => {
      try {
        return await work(shown(span));
      } catch (fault) {
        // The kind of fault only: its words may hold what somebody typed.
        span.setAttribute('error.type', fault instanceof Error ? fault.constructor.name : typeof fault);
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw fault;
      } finally {
        span.end();
      }
    });
  }

  close(): Promise<void> {
    return this.finish();
  }
}

const shown = (span: OpenSpan): Span => ({
  traceparent: traceparentOf(span.spanContext()),
  note: (name, value) => void span.setAttribute(name, value),
  rename: (name) => void span.updateName(name),
});
