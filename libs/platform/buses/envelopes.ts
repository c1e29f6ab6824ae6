import { Command, Query } from '@nestjs/cqrs';
import type { CommandDeclaration, QuestionDeclaration } from '#kernel';
import type { Outcome, RunContext } from '#platform/engine';
import type { RecordedEvent } from '#platform/event-store';
import type { Asked } from '#platform/view-store';

/** Every command travels in this: its declaration, the untrusted input, and who runs it. */
export class RunCommand extends Command<Outcome> {
  constructor(
    readonly declaration: CommandDeclaration,
    readonly input: unknown,
    readonly context: RunContext,
  ) {
    super();
  }
}

/** Who asks, and at which place in the log; "now" when `knownAt` is left out. */
export interface AskContext {
  readonly actor: string;
  readonly role: string;
  readonly knownAt?: number;
}

export type Answered<Answer> = Asked<Answer> | { readonly outcome: 'not-permitted'; readonly permission: string; readonly heldBy: readonly string[] };

/** Every question travels in this. */
export class AskQuestion<Answer = unknown> extends Query<Answered<Answer>> {
  constructor(
    readonly declaration: QuestionDeclaration<object, Answer, never>,
    readonly input: unknown,
    readonly context: AskContext,
  ) {
    super();
  }
}

/** Every stored event is published in this, after it is durable and in log order. */
export class EventStored {
  constructor(readonly event: RecordedEvent) {}
}
