import { Command, Query } from '@nestjs/cqrs';
import type { AsOf, CommandDeclaration, Person, QuestionDeclaration } from '#kernel';
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

/** Who asks, and on which clocks: "now" when `knownAt` is left out, whatever its day of effect when `asOf` is. */
export interface AskContext {
  readonly actor: Person;
  readonly role: string;
  readonly token?: number;
  readonly knownAt?: number;
  readonly asOf?: AsOf;
}

export type Answered<Answer> = Asked<Answer> | { readonly outcome: 'not-permitted'; readonly permission: string; readonly heldBy: readonly string[]; readonly because: string };

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
