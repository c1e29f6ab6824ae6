import type { IsoDate } from './dates.js';
import type { AnyEvent, EventData, NewEvent } from './event.js';
import { toPerson, type Person } from './ids.js';

/** The events of one kind of stream, by type: usually the whole of a context's `*.events.ts`. */
export type EventSet = Readonly<Record<string, AnyEvent>>;

/** What a state may take from an event besides its data. The time of recording is not among it: rules know no clock. */
export interface EventAbout {
  /** Reference or code of the stream, such as AW-2012-004. */
  readonly ref: string;
  readonly version: number;
  readonly on: IsoDate;
  /** Who did it: the actor's person id. */
  readonly by: string;
  /** Whose role they used, where it had been lent to them. */
  readonly onBehalfOf?: string;
}
/** What a state may take from a stored event of the stream of `ref`. */
export function aboutOf(ref: string, { version, effectiveOn, meta }: { readonly version: number; readonly effectiveOn: string; readonly meta: Readonly<Record<string, string>> }): EventAbout {
  const { actor = '', onBehalfOf } = meta;
  return { ref, version, on: effectiveOn as IsoDate, by: actor, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

/**
 * Whose hands an event shows: those of whoever did it and of whoever they stood in for. What was done in somebody's name keeps
 * that person from the other side of the record too, or lending a role first would be a way around it.
 */
export const handsShown = (by: string, { onBehalfOf }: Pick<EventAbout, 'onBehalfOf'>): readonly Person[] => (onBehalfOf === undefined ? [toPerson(by)] : [toPerson(by), toPerson(onBehalfOf)]);

export type Evolve<Events extends EventSet, State> = {
  readonly [Type in keyof Events]: (state: State, data: EventData<Events[Type]>, about: EventAbout) => State;
};

/** A kind of stream: its events, the state before the first of them, and how each changes the state. */
export interface StreamDeclaration<Events extends EventSet = EventSet, State = unknown> {
  readonly category: string;
  /** What people call it, for messages: "award". */
  readonly noun: string;
  readonly events: Events;
  readonly initial: State;
  evolve(state: State, event: Pick<NewEvent, 'type' | 'data'>, about: EventAbout): State;
}

export type AnyStream = Pick<StreamDeclaration, 'category' | 'noun' | 'events'>;
export type EventOf<Events extends EventSet> = { [Type in keyof Events]: NewEvent<Type & string, EventData<Events[Type]>> }[keyof Events];

/** Declares a kind of stream: `stream('award', { events, initial }).evolvedBy({ ... })`, one case per event. */
export function stream<Events extends EventSet, State>(
  category: string,
  { noun = category, events, initial }: { readonly noun?: string; readonly events: Events; readonly initial: State },
): { evolvedBy(cases: Evolve<Events, State>): StreamDeclaration<Events, State> } {
  for (const [name, declared] of Object.entries(events)) {
    if (declared.type !== name) throw new Error(`${name} declares the type ${declared.type}: give both the same name`);
  }
  return {
    evolvedBy: (cases) => ({
      category,
      noun,
      events,
      initial,
      evolve(state, { type, data }, about) {
        const change = cases[type] as ((state: State, data: unknown, about: EventAbout) => State) | undefined;
        if (!change) throw new Error(`A stream of ${category} holds ${type}, which it does not declare`);
        return change(state, data, about);
      },
    }),
  };
}

/** The stream of one thing: award-AW-2012-004. */
export const streamName = ({ category }: Pick<AnyStream, 'category'>, ref: string): string => `${category}-${ref}`;

/** The other way round; the category ends at the first hyphen. */
export function streamParts(name: string): { readonly category: string; readonly ref: string } {
  const hyphen = name.indexOf('-');
  return { category: name.slice(0, hyphen), ref: name.slice(hyphen + 1) };
}
