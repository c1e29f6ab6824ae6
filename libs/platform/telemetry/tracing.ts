/** One piece of work as a trace shows it. What is noted is bounded and names nobody: see docs/decisions/0901. */
export interface Span {
  /** W3C traceparent of this work; undefined while nothing is traced or this trace was not drawn. */
  readonly traceparent: string | undefined;
  note(name: string, value: string | number | boolean): void;
  /** The name is known late for a request: its route is found after it has begun. */
  rename(name: string): void;
}

export interface About {
  readonly kind?: 'server' | 'internal' | 'client' | 'consumer';
  /** Begins a trace of its own, whatever surrounds it. */
  readonly isRoot?: boolean;
  /** Traces that this one comes from without belonging to them (W3C traceparent). Those that are not well formed are left out. */
  readonly follows?: readonly (string | undefined)[];
  readonly notes?: Readonly<Record<string, string | number | boolean>>;
}

/** Follows work through the layers. Work within work belongs to it, across everything that is awaited. */
export interface Tracing {
  within<Result>(name: string, about: About, work: (span: Span) => Promise<Result>): Promise<Result>;
  /** Sends what is left; what can't be sent in time is lost, and nothing else. */
  close(): Promise<void>;
}

const untraced: Span = { traceparent: undefined, note: () => undefined, rename: () => undefined };

/** Where nobody asked for traces: the work is done and nothing else. */
export const noTracing: Tracing = { within: (_name, _about, work) => work(untraced), close: () => Promise.resolve() };
