import type { CommandDeclaration, Deliberation, IsoDate, Person, Problem, RefusalDetails } from '#kernel';
import type { Position } from '#platform/event-store';

/** Who runs a command and how. */
export interface RunContext {
  readonly actor: Person;
  readonly role: string;
  /** Number of the API token that speaks for the actor, where one does. */
  readonly token?: number;
  /** Business date; today in London when left out. */
  readonly on?: IsoDate;
  /** Idempotency key: the same key and content come to the same result, however often they are sent. */
  readonly key?: string;
  /** The playbook's clock (ISO instant). Only a demonstration takes it. */
  readonly recordedAt?: string;
  /** What this belongs to and what caused it; both default to the command itself. */
  readonly correlation?: string;
  readonly causation?: string;
  /** The trace that this belongs to (W3C traceparent), when it is followed. */
  readonly traceparent?: string;
  /** Decide, and store nothing: what would happen? */
  readonly rehearse?: boolean;
  /** Told the reference once the append has been handed to the store and before it is durable: the order of hand-over is the order in the log. */
  readonly handedOver?: (reference: string) => void;
}

/** An event that came of a command. */
export interface Stored {
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
}

export interface Done {
  readonly outcome: 'done';
  readonly commandId: string;
  /** What the command was about, or the reference that it was given. */
  readonly reference: string;
  /** Last position written: a page that shows the result waits for it. 0 when rehearsed. */
  readonly position: Position;
  readonly events: readonly Stored[];
  /** The key had been used for this very command: nothing was written again. */
  readonly repeated: boolean;
}
export interface Refused {
  readonly outcome: 'refused';
  readonly refusal: string;
  readonly sentence: string;
  readonly details: RefusalDetails;
}

/** Every way in which a command ends. Only a bug or a store out of reach throws. */
export type Outcome =
  | Done
  | Refused
  | { readonly outcome: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'not-permitted'; readonly permission: string; readonly heldBy: readonly string[]; readonly because: string }
  | { readonly outcome: 'not-found'; readonly what: string }
  | { readonly outcome: 'key-reused'; readonly differs: string }
  | { readonly outcome: 'overtaken'; readonly stream: string };

export type AnyCommand = CommandDeclaration;

/** What a decision comes to once it is stored; its position is not known before that. */
export const doneWith = ({ ref, events }: Deliberation & { outcome: 'decided' }, commandId: string): Done => ({
  outcome: 'done', commandId, reference: ref, position: 0, events: events.map(({ stream, type, data }) => ({ stream, type, data })), repeated: false,
});
