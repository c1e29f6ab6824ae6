import { deliberate, streamName, toDate, toPerson, type Acting, type AnyStream, type CommandDeclaration, type Decided, type Deliberation, type EventSet, type Folded, type StreamDeclaration } from '#kernel';
import { foundation } from '#domain/people';

type Declared = Pick<StreamDeclaration, 'initial' | 'evolve'>;
interface Kept {
  readonly of: Declared;
  readonly ref: string;
  readonly events: (Decided & { readonly acting: Acting })[];
}

/** Freezes a value all through, so that a rule or a fold that changes what it was given is found out. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** An office without machinery: streams in memory, states folded as they grow, each command decided and filed. */
export class Office {
  readonly streams = new Map<string, Kept>();
  readonly log: (Decided & { readonly acting: Acting })[] = [];
  /** References that were handed out, in order. */
  readonly issued: string[] = [];
  readonly #states = new Map<string, Folded<unknown>>();

  /** An office with the roles that every log begins with. */
  static async founded(): Promise<Office> {
    const office = new Office();
    for (const command of foundation.live) await office.run(command, {}, { actor: toPerson('installation'), role: 'installation', on: toDate('2012-04-01') });
    return office;
  }

  /** What a stream comes to, folded over its events from `from` on top of `before`. */
  static evolved({ of, ref, events }: Kept, before: unknown, from: number, to = events.length): unknown {
    let state = before;
    for (let i = from; i < to; i += 1) {
      const { acting, ...event } = events[i] as Kept['events'][number];
      state = frozen(of.evolve(state, event, { ref, version: i + 1, on: acting.on, by: acting.actor, ...(acting.onBehalfOf ? { onBehalfOf: acting.onBehalfOf } : {}) }));
    }
    return state;
  }

  fold = <Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string): Promise<Folded<State>> => {
    const name = streamName(of, ref);
    return Promise.resolve((this.streams.has(name) ? this.now(name) : { version: 0, state: of.initial }) as Folded<State>);
  };

  /** A stream as it stands: what was folded before, and what came since on top. */
  now(name: string): Folded<unknown> {
    const kept = this.streams.get(name);
    if (!kept) throw new Error(`Nothing ever happened in ${name}`);
    const { version, state } = this.#states.get(name) ?? { version: 0, state: kept.of.initial };
    const folded = { version: kept.events.length, state: Office.evolved(kept, state, version) };
    this.#states.set(name, folded);
    return folded;
  }

  async run(command: CommandDeclaration, input: object, acting: Acting): Promise<Deliberation> {
    const came = await deliberate(command, frozen(input), frozen(acting), this.fold);
    if (came.outcome === 'decided') for (const event of came.events) this.#file(event, acting);
    return came;
  }

  #file(event: Decided, acting: Acting): void {
    const kept = this.streams.get(event.stream) ?? { of: declaration(event.of), ref: event.stream.slice(event.of.category.length + 1), events: [] };
    kept.events.push({ ...event, data: frozen(structuredClone(event.data)), acting });
    this.streams.set(event.stream, kept);
    this.log.push({ ...event, acting });
    if (event.type === 'ReferenceIssued') this.issued.push((event.data as { readonly reference: string }).reference);
  }
}

/** At run time every stream knows how it evolves; its type leaves that out so that lists of streams have one. */
const declaration = (of: AnyStream): Declared => of as unknown as Declared;
