import type { IsoDate } from './dates.js';
import type { NewEvent } from './event.js';
import type { OrganisationRef, Person, ReferenceKind } from './ids.js';
import type { Refusal } from './refusal.js';
import { streamName, type AnyStream, type EventOf, type EventSet, type StreamDeclaration } from './stream.js';

/** `noun:verb`. Who holds it is decided in access; nobody holds an undeclared one. */
export type Permission = `${string}:${string}`;

/** Who acts, in which role, and on which business date. Rules receive it; they never look for it. */
export interface Acting {
  readonly actor: Person;
  readonly role: string;
  readonly on: IsoDate;
  /** Whose role it is, where it was delegated for a time. */
  readonly onBehalfOf?: Person;
  /** The organisation that the role is held for: a recipient acts for its own body only. */
  readonly actsFor?: OrganisationRef;
}

/** Events for another stream than the command's own, stored in the same atomic append. */
export interface Elsewhere {
  readonly stream: string;
  readonly of: AnyStream;
  readonly events: readonly NewEvent[];
}

/** Something outside the command's own stream that the rule relies on, at the version that was read. */
export interface Fact<Events extends EventSet, State> {
  readonly ref: string;
  readonly version: number;
  readonly state: State;
  /** Consume it: these events join the append, at the version that was read. */
  append(...events: EventOf<Events>[]): Elsewhere;
}

/** Reads facts from streams, never from views. What does not exist ends the command as "no such thing". */
export interface ReadFact {
  <Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string): Promise<Fact<Events, State>>;
  /** The same, where absence is an answer: the initial state at version 0. */
  ifAny<Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string): Promise<Fact<Events, State>>;
}

export type Change<Events extends EventSet = EventSet> = EventOf<Events> | Elsewhere;
export type Answer<Events extends EventSet = EventSet> = Refusal | readonly Change<Events>[];

type Refused<A> = A extends Refusal<infer Name> ? Name : never;
/** Every refusal that the rule or its segregation gives is declared, and every declared one is given by one of the two. */
type Complete<Sentences, A, Apart> = [Exclude<Refused<A> | keyof Apart, keyof Sentences>] extends [never]
  ? [Exclude<keyof Sentences, Refused<A> | keyof Apart>] extends [never]
    ? unknown
    : { readonly 'declared but never refused': Exclude<keyof Sentences, Refused<A> | keyof Apart> }
  : { readonly 'refused but not declared': Exclude<Refused<A> | keyof Apart, keyof Sentences> };

/** What a record shows of who did what to it. */
export interface Shown<State, Input, Facts> {
  readonly state: State;
  readonly input: Input;
  readonly facts: Facts;
}
/** Segregation of duties as a property of the record: the refusal, and whose hands it keeps away. */
export type Apart<State, Input, Facts, Sentences> = { readonly [Name in keyof Sentences]?: (shown: Shown<State, Input, Facts>) => readonly Person[] };

interface Definition<State, Input, Facts, Sentences, Hands, A> {
  /** One sentence in the user's words: OpenAPI's summary and the command line's help. */
  readonly summary: string;
  readonly permission: Permission;
  /** Which stream: taken from the input, or from who acts where it is their own. Left out where `begins` numbers a new one. */
  readonly ref?: (input: Input, by: Pick<Acting, 'actor'>) => string;
  /** The command may begin a stream: a prefix hands out the next reference, 'named' takes `ref`. */
  readonly begins?: ReferenceKind | 'named';
  /** What the rule needs from outside its own stream, folded from streams. */
  readonly facts?: (read: ReadFact, input: Input, state: State, acting: Acting) => Promise<Facts>;
  /** The closed list of refusals, in the rule's order, each with the sentence that people read. */
  readonly refusals: Sentences;
  /**
   * Who may not do it because of what they did to this very record. Asked once the rule has nothing against it, of the
   * actor and of whoever they stand in for, so that a delegate is no way around it.
   */
  readonly apart?: Hands & Apart<State, Input, Facts, Sentences>;
  /** The pure rule: guards in the order a caseworker would check, then the events. */
  readonly rule: (state: State, input: Input, context: Acting & { readonly facts: Facts; readonly ref: string }) => A & Complete<Sentences, A, Hands>;
}

/** A declared command with its types folded away: what the engine, the catalogue and the edges use. */
export interface CommandDeclaration<Input extends object = object> {
  readonly name: string;
  readonly input: new () => Input;
  readonly of: StreamDeclaration;
  readonly summary: string;
  readonly permission: Permission;
  readonly ref: ((input: Input, by: Pick<Acting, 'actor'>) => string) | undefined;
  readonly begins: ReferenceKind | 'named' | undefined;
  readonly facts: (read: ReadFact, input: Input, state: unknown, acting: Acting) => Promise<object>;
  readonly refusals: Readonly<Record<string, string>>;
  readonly apart: Readonly<Record<string, (shown: Shown<unknown, Input, object>) => readonly Person[]>>;
  readonly rule: (state: unknown, input: Input, context: Acting & { readonly facts: object; readonly ref: string }) => Answer;
}

/** Declares a command once: its input, its permission, its refusals and its rule. Everything else is derived. */
export function decide<
  Events extends EventSet,
  State,
  Input extends object,
  const Sentences extends Readonly<Record<string, string>>,
  Facts extends object,
  A extends Answer<Events>,
  Hands extends object = Record<never, never>,
>(
  of: StreamDeclaration<Events, State>,
  input: new () => Input,
  definition: Definition<State, Input, Facts, Sentences, Hands, A>,
): CommandDeclaration<Input> {
  const { summary, permission, ref, begins, refusals } = definition;
  if (!ref && (begins === undefined || begins === 'named')) throw new Error(`${input.name} must say which stream it is for`);
  return {
    name: input.name,
    input,
    of: of as unknown as StreamDeclaration,
    summary,
    permission,
    ref,
    begins,
    facts: (definition.facts as CommandDeclaration<Input>['facts'] | undefined) ?? (() => Promise.resolve({})),
    refusals,
    apart: (definition.apart ?? {}) as CommandDeclaration<Input>['apart'],
    rule: definition.rule as unknown as CommandDeclaration<Input>['rule'],
  };
}

export const fact = <Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string, version: number, state: State): Fact<Events, State> => ({
  ref,
  version,
  state,
  append: (...events) => ({ stream: streamName(of, ref), of, events: events as readonly NewEvent[] }),
});
