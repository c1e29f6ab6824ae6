import type { Granted } from './authority.js';
import type { Acting, CommandDeclaration, Elsewhere, ReadFact } from './command.js';
import type { NewEvent } from './event.js';
import { numbered, type Person } from './ids.js';
import { numbers, ReferenceIssued } from './numbers.js';
import { Missing, reading, type Fold } from './reading.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { streamName, type AnyStream } from './stream.js';

/** An event with the stream that it is for. */
export interface Decided extends NewEvent {
  readonly stream: string;
  readonly of: AnyStream;
}

/** What deliberating came to, with the version of every stream that was read on the way, and for whom it was done. */
export type Deliberation = { readonly reads: ReadonlyMap<string, number>; readonly ref: string; readonly acting: Acting } & (
  | { readonly outcome: 'decided'; readonly events: readonly Decided[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'not-found'; readonly what: string }
  | { readonly outcome: 'not-permitted'; readonly because: string; readonly heldBy: readonly string[] }
);

/** Whether whoever acts may do so; asked first, and of streams. */
export type Permit = (read: ReadFact) => Promise<Granted>;
const trusted: Permit = () => Promise.resolve({ granted: true });

/** Whose hands are at work: the actor's, and those of whoever the actor stands in for. */
const handsOf = ({ actor, onBehalfOf }: Acting): readonly Person[] => (onBehalfOf ? [actor, onBehalfOf] : [actor]);

/**
 * Folds what a command needs, asks its rule, and says what would be stored. Pure but for `fold`: the engine and the
 * given/when/then tests both run it, so a test decides exactly as production does. Tests of a rule trust whoever acts.
 */
export async function deliberate<Input extends object>(
  command: CommandDeclaration<Input>, input: Input, by: Acting, fold: Fold, permit: Permit = trusted,
): Promise<Deliberation> {
  const { read, reads } = reading(fold);
  const { begins } = command;
  let acting = by;
  let ref = command.ref?.(input, by) ?? '';
  try {
    const granted = await permit(read);
    if (!granted.granted) return { outcome: 'not-permitted', because: granted.because, heldBy: granted.heldBy, reads, ref, acting };
    const { onBehalfOf, actsFor } = granted;
    acting = { ...by, ...(onBehalfOf ? { onBehalfOf } : {}), ...(actsFor ? { actsFor } : {}) };
    const issue: Elsewhere[] = [];
    if (begins !== undefined && begins !== 'named') {
      const year = acting.on.slice(0, 4);
      const register = await read.ifAny(numbers, `${begins}-${year}`);
      ref = numbered(begins, year, register.state + 1);
      issue.push(register.append(ReferenceIssued({ reference: ref })));
    }
    const own = begins === undefined ? await read(command.of, ref) : await read.ifAny(command.of, ref);
    const facts = await command.facts(read, input, own.state, acting);
    const answer = command.rule(own.state, input, { ...acting, facts, ref });
    if (isRefusal(answer)) return { outcome: 'refused', refusal: answer, reads, ref, acting };
    const barred = Object.entries(command.apart).find(([, hands]) => handsOf(acting).some((hand) => hands({ state: own.state, input, facts }).includes(hand)));
    if (barred) return { outcome: 'refused', refusal: refuse(barred[0]), reads, ref, acting };
    const events = [...issue, ...answer].flatMap((change): Decided[] =>
      'stream' in change
        ? change.events.map((event) => ({ ...event, stream: change.stream, of: change.of }))
        : [{ ...change, stream: streamName(command.of, ref), of: command.of }],
    );
    if (events.length === 0) throw new Error(`${command.name} decided on nothing: refuse, or say what happened`);
    return { outcome: 'decided', events, reads, ref, acting };
  } catch (error) {
    if (error instanceof Missing) return { outcome: 'not-found', what: error.message, reads, ref, acting };
    throw error;
  }
}
