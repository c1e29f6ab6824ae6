import { performance } from 'node:perf_hooks';
import type { EngineWatch, Outcome, RunContext } from '#platform/engine';
import type { Measures } from './measures.js';
import type { Span, Tracing } from './tracing.js';

/** Measures commands and puts each into the trace of whatever asked for it. */
export class WatchedEngine implements EngineWatch {
  constructor(
    private readonly measures: Measures,
    private readonly tracing: Tracing,
  ) {}

  around(command: string, { role }: RunContext, run: (traceparent?: string) => Promise<Outcome>): Promise<Outcome> {
    return this.tracing.within(`command ${command}`, { notes: { 'tallystick.command': command, 'tallystick.role': role } }, async (span) => {
      const started = performance.now();
      const outcome = await run(span.traceparent).catch((fault: unknown) => {
        this.#took(command, 'failed', started);
        throw fault;
      });
      this.#took(command, outcome.outcome, started);
      if (outcome.outcome === 'refused') this.measures.refusals.inc({ command, refusal: outcome.refusal });
      note(span, outcome);
      return outcome;
    });
  }

  decidedAgain(command: string): void {
    this.measures.decidedAgain.inc({ command });
  }

  #took(command: string, outcome: string, started: number): void {
    this.measures.commands.observe({ command, outcome }, (performance.now() - started) / 1_000);
  }
}

/** The position leads from a trace to its events, and the command's id from an event's `$correlationId` to its trace. */
function note(span: Span, outcome: Outcome): void {
  span.note('tallystick.outcome', outcome.outcome);
  if (outcome.outcome === 'refused') span.note('tallystick.refusal', outcome.refusal);
  if (outcome.outcome !== 'done') return;
  span.note('tallystick.command_id', outcome.commandId);
  span.note('tallystick.position', outcome.position);
  span.note('tallystick.repeated', outcome.repeated);
}
