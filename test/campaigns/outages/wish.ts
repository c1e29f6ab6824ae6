import type { Role } from '#domain/people';

/** Something that a caller wants done, until it is answered: the same words under the same key, however often it is sent. */
export interface Wish {
  /** In the path of the API: open-round. */
  readonly command: string;
  readonly key: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What nothing else in the log is called: two of it mean that the wish was carried out twice. */
  readonly called: string;
}

/** A caller as the office knows it. */
export interface Person {
  readonly id: string;
  readonly role: Role;
  /** Several: a token may write sixty times a minute on each server. */
  readonly tokens: readonly string[];
}

/** What the API said an event is, in the answer to a command. */
export interface EventSaid {
  readonly type: string;
  readonly stream: string;
}

export interface Answer {
  readonly wish: Wish;
  readonly by: Person;
  /** On the stopwatch of this process, in milliseconds. */
  readonly askedAt: number;
  readonly answeredAt: number;
  /** How often it had to be sent. */
  readonly sent: number;
  readonly outcome: Done | Refused;
}

export interface Done {
  readonly kind: 'done';
  readonly reference: string;
  readonly position: number;
  readonly repeated: boolean;
  readonly events: readonly EventSaid[];
}

export interface Refused {
  readonly kind: 'refused';
  /** As in /problems/open-round/fund-is-too-small: its last word. */
  readonly refusal: string;
}

export type DoneAnswer = Answer & { readonly outcome: Done };
export const wasDone = (answer: Answer): answer is DoneAnswer => answer.outcome.kind === 'done';
