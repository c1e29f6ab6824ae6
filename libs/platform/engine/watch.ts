import type { Outcome, RunContext } from './outcome.js';

/** Stands around every command: measures it, and may say which trace its events belong to. What is decided never depends on it. */
export interface EngineWatch {
  around(command: string, context: RunContext, run: (traceparent?: string) => Promise<Outcome>): Promise<Outcome>;
  /** Others were stored first, so this command is decided once more. */
  decidedAgain(command: string): void;
}
