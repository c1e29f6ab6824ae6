import { fact, type Acting, type CommandDeclaration, type Elsewhere, type ReadFact } from './command.js';
import type { NewEvent } from './event.js';
import { numbered, type Person } from './ids.js';
import { numbers, ReferenceIssued } from './numbers.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { streamName, type AnyStream, type EventSet, type StreamDeclaration } from './stream.js';

/** A folded stream at a version; version 0 is the state before anything happened. */
export interface Folded<State> {
  readonly version: number;
  readonly state: State;
}
export type Fold = <Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string) => Promise<Folded<State>>;

/** An event with the stream that it is for. */
export interface Decided extends NewEvent {
  readonly stream: string;
  readonly of: AnyStream;
}

/** What deliberating came to, with the version of every stream that was read on the way. */
export type Deliberation = { readonly reads: ReadonlyMap<string, number>; readonly ref: string } & (
  | { readonly outcome: 'decided'; readonly events: readonly Decided[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'not-found'; readonly what: string }
);

class Missing extends Error {}

/** Whose hands are at work: the actor's, and those of whoever the actor stands in for. */
const handsOf = ({ actor, onBehalfOf }: Acting): readonly Person[] => (onBehalfOf ? [actor, onBehalfOf] : [actor]);

/**
 * Folds what a command needs, asks its rule, and says what would be stored. Pure but for `fold`: the engine and the
 * given/when/then tests both run it, so a test decides exactly as production does.
 */
export async function deliberate<Input extends object>(
  command: CommandDeclaration<Input>,
  input: Input,
  acting: Acting,
  fold: Fold,
): Promise<Deliberation> {
  const reads = new Map<string, number>();
  const load: ReadFact['ifAny'] = async (of, ref) => {
    const { version, state } = await fold(of, ref);
    reads.set(streamName(of, ref), version);
    return fact(of, ref, version, state);
  };
  const read: ReadFact = Object.assign(
    (async (of, ref) => {
      const found = await load(of, ref);
      if (found.version === 0) throw new Missing(`There is no ${of.noun} ${ref}`);
      return found;
    }) as ReadFact,
    { ifAny: load },
  );
  const { begins } = command;
  let ref = command.ref?.(input) ?? '';
  try {
    const issue: Elsewhere[] = [];
    if (begins !== undefined && begins !== 'named') {
      const year = acting.on.slice(0, 4);
      const register = await load(numbers, `${begins}-${year}`);
      ref = numbered(begins, year, register.state + 1);
      issue.push(register.append(ReferenceIssued({ reference: ref })));
    }
    const own = begins === undefined ? await read(command.of, ref) : await load(command.of, ref);
    const facts = await command.facts(read, input, own.state, acting);
    const answer = command.rule(own.state, input, { ...acting, facts, ref });
    if (isRefusal(answer)) return { outcome: 'refused', refusal: answer, reads, ref };
    const barred = Object.entries(command.apart).find(([, hands]) => handsOf(acting).some((hand) => hands({ state: own.state, input, facts }).includes(hand)));
    if (barred) return { outcome: 'refused', refusal: refuse(barred[0]), reads, ref };
    const events = [...issue, ...answer].flatMap((change): Decided[] =>
      'stream' in change
        ? change.events.map((event) => ({ ...event, stream: change.stream, of: change.of }))
        : [{ ...change, stream: streamName(command.of, ref), of: command.of }],
    );
    if (events.length === 0) throw new Error(`${command.name} decided on nothing: refuse, or say what happened`);
    return { outcome: 'decided', events, reads, ref };
  } catch (error) {
    if (error instanceof Missing) return { outcome: 'not-found', what: error.message, reads, ref };
    throw error;
  }
}
