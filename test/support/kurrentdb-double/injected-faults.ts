import type { ServiceError } from '@grpc/grpc-js';
import { accessDenied, notLeader, unavailable } from './rpc-status.js';

export type FaultyCall = 'append' | 'read' | 'subscribe';

/** What befalls a call. "Cut" ends every connection; "after" means that the server had done what it was asked. */
export type Fault = 'hang' | 'hang-after' | 'cut' | 'cut-after' | 'unavailable' | 'not-leader' | 'denied';

interface Around<Answer> {
  /** Carries the call out and gives its answer to whoever is named. */
  proceed(answer: Answer): void;
  fail(error: ServiceError): void;
  readonly answer: Answer;
}

const silent = (): void => undefined;

/** Faults that wait for the next calls, in the order in which they were asked for. */
export class InjectedFaults {
  readonly #waiting: Record<FaultyCall, Fault[]> = { append: [], read: [], subscribe: [] };
  readonly #cut: () => void;
  readonly #port: () => number;
  /** Calls that arrived, faulty or not. */
  readonly seen: Record<FaultyCall, number> = { append: 0, read: 0, subscribe: 0 };

  constructor(cut: () => void, port: () => number) {
    this.#cut = cut;
    this.#port = port;
  }

  next(call: FaultyCall, ...faults: readonly Fault[]): void {
    this.#waiting[call].push(...faults);
  }

  /** Those that did not come about yet will not. */
  forget(): void {
    for (const waiting of Object.values(this.#waiting)) waiting.length = 0;
  }

  around<Answer extends (...result: never[]) => void>(call: FaultyCall, { proceed, fail, answer }: Around<Answer>): void {
    this.seen[call]++;
    const fault = this.#waiting[call].shift();
    if (fault === undefined) return proceed(answer);
    if (fault === 'hang-after' || fault === 'cut-after') proceed(silent as unknown as Answer);
    if (fault === 'cut' || fault === 'cut-after') this.#cut();
    if (fault === 'unavailable') fail(unavailable());
    if (fault === 'not-leader') fail(notLeader(this.#port()));
    if (fault === 'denied') fail(accessDenied());
  }
}
