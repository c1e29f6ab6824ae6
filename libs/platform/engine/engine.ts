import {
  deliberate, fill, londonDate, numbers, reading, readInput, streamName, type Authority, type CommandDeclaration, type Decided, type Deliberation, type EventSet, type Fold, type Granted, type IsoDate, type Permission, type Problem, type ReadFact,
  type StreamDeclaration,
} from '#kernel';
import type { AccessLog } from '#platform/access';
import { StoreFault, type AppendResult, type Clock, type EventStore, type EventToAppend, type StreamExpectation } from '#platform/event-store';
import { Footing } from './footing.js';
import { commandIdOf, contentOf, difference, eventIdOf } from './identity.js';
import { metaOf } from './meta.js';
import { isNumbered, nextReference } from './numbering.js';
import { doneWith, type Done, type Outcome, type RunContext } from './outcome.js';
import { Played } from './played.js';
import { problemsWith } from './problems-with.js';
import { NotAtHand, StateCache } from './state-cache.js';
import { Turns } from './turns.js';
import type { EngineWatch } from './watch.js';

/** A law that every decision must keep, whatever the command: throws when one would be broken, and nothing is stored. */
export type Assertion = (events: readonly Decided[]) => void;

export interface EngineParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly access: AccessLog;
  /** Who may do what, asked of streams for every command and every question. */
  readonly authority: Authority;
  /** A demonstration takes its clock from the playbook. */
  readonly kind: 'demonstration' | 'live';
  readonly assertions?: readonly Assertion[];
  /** Measures commands and traces them; nothing is decided by it. */
  readonly watch?: EngineWatch;
}

/** How often a command is decided again when others got there first; each time somebody else's command was stored. */
const attempts = 200;

/** How often what a command needs is read before its turn; after that it is read within it. */
const rounds = 5;

type Tried = Outcome | { readonly outcome: 'again'; readonly stream: string };

/**
 * Runs every command: permission, input, facts, fold, rule, one atomic append over all streams that it touches. A conflict
 * is decided again; a key that was used before comes to the same result, or names the field that differs.
 */
export class Engine {
  readonly #states: StateCache;
  readonly #played: Played;
  /** Folded states are at hand, so deciding hardly ever waits: taking turns, callers of one stream do not overtake one another. */
  readonly #turns = new Turns();
  readonly #underWay = new Map<string, Promise<Outcome>>();

  constructor(private readonly parts: EngineParts) {
    this.#states = new StateCache(parts.store);
    this.#played = new Played(parts.store);
  }

  async run<Input extends object>(command: CommandDeclaration<Input>, raw: unknown, context: RunContext): Promise<Outcome> {
    const { watch } = this.parts;
    const outcome = await (watch ? watch.around(command.name, context, (traceparent) => this.#judge(command, raw, { ...context, ...(traceparent === undefined ? {} : { traceparent }) })) : this.#judge(command, raw, context));
    await this.#log(command.name, context, outcome);
    return outcome;
  }

  async #judge<Input extends object>(command: CommandDeclaration<Input>, raw: unknown, context: RunContext): Promise<Outcome> {
    const { permission } = command;
    const read = readInput(command.input, raw);
    const problems: Problem[] = [...(read.ok ? [] : read.problems), ...problemsWith(context, this.parts)];
    // Whoever may not do it is told so, and not how it would be written.
    if (!read.ok || problems.length > 0) return (await this.#barred(context, permission)) ?? { outcome: 'invalid', problems };
    if (context.key === undefined) return this.#decide(command, read.value, context, commandIdOf(undefined));
    return this.#once(command, read.value, context, commandIdOf(context.key));
  }

  /** Whether somebody may do or read something now; what another process stored meanwhile counts. */
  async mayAsk(context: Pick<RunContext, 'actor' | 'role' | 'token' | 'recordedAt'>, permission: Permission): Promise<Granted> {
    return this.#standing((read) => this.#granted(read, context, permission));
  }

  /** What a stream comes to now; its initial state where nothing ever happened in it. */
  async stateOf<Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string): Promise<State> {
    return this.#standing(async (read) => (await read.ifAny(of, ref)).state);
  }

  #granted(read: ReadFact, { actor, role, token, recordedAt }: Pick<RunContext, 'actor' | 'role' | 'token' | 'recordedAt'>, permission: Permission): Promise<Granted> {
    const today = londonDate(recordedAt ?? this.parts.clock.now());
    return this.parts.authority(read, { actor, role, today, ...(token === undefined ? {} : { token }) }, permission);
  }

  async #barred(context: RunContext, permission: Permission): Promise<Outcome | undefined> {
    const granted = await this.mayAsk(context, permission);
    return granted.granted ? undefined : { outcome: 'not-permitted', permission, heldBy: granted.heldBy, because: granted.because };
  }

  /** Asks of streams until the answer stands on what is stored. */
  async #standing<Answer>(ask: (read: ReadFact) => Promise<Answer>): Promise<Answer> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { read, reads } = reading((of, ref) => this.#states.fold(of, ref));
      const answer = await ask(read);
      if (await this.#states.confirm(reads)) return answer;
    }
    throw new Error('Others kept writing to what was asked about');
  }

  /** The same key at the same time waits for the first; the same key later finds what the first one stored. */
  async #once<Input extends object>(command: CommandDeclaration<Input>, input: Input, context: RunContext, commandId: string): Promise<Outcome> {
    for (let before = this.#underWay.get(commandId); before; before = this.#underWay.get(commandId)) await Promise.allSettled([before]);
    const content = contentOf(command.name, input);
    const run = async (): Promise<Outcome> => {
      const reference = isNumbered(command) ? undefined : command.ref?.(input, context);
      const repeat = () => this.#repeat(commandId, content, context.on, reference);
      // Over a network nobody asks first: ids that follow from the key are found taken when they are appended.
      const played = this.parts.store.distance === 'far' && !context.rehearse ? undefined : await repeat();
      if (played) return (await this.#barred(context, command.permission)) ?? played;
      const outcome = await this.#decide(command, input, context, commandId, content);
      // Another process may have stored this very command while ours was being decided.
      return outcome.outcome === 'done' || outcome.outcome === 'not-permitted' ? outcome : ((await repeat()) ?? outcome);
    };
    const running = run().finally(() => this.#underWay.delete(commandId));
    this.#underWay.set(commandId, running);
    return running;
  }

  /** Where no date was said, today was meant when it was first sent: a retry on the next day is the same wish. */
  async #repeat(commandId: string, content: Readonly<Record<string, string>>, on: IsoDate | undefined, reference: string | undefined): Promise<Outcome | undefined> {
    const found = await this.#played.find(commandId);
    if (!found) return undefined;
    const differs = difference(found.content, content) ?? (on === undefined || on === found.on ? undefined : 'on');
    return differs === undefined ? { ...found.done, ...(reference === undefined ? {} : { reference }) } : { outcome: 'key-reused', differs };
  }

  async #decide<Input extends object>(
    command: CommandDeclaration<Input>, input: Input, context: RunContext, commandId: string, content?: Readonly<Record<string, string>>,
  ): Promise<Outcome> {
    let stream = '';
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const tried = await this.#try(command, input, context, commandId, content);
      if (tried.outcome !== 'again') return tried;
      ({ stream } = tried);
      this.parts.watch?.decidedAgain(command.name);
      if (attempt > 3) await new Promise((resolve) => setTimeout(resolve, (attempt * (commandId.charCodeAt(attempt % 36) % 16)) / 8));
    }
    return { outcome: 'overtaken', stream };
  }

  async #try<Input extends object>(
    command: CommandDeclaration<Input>, input: Input, context: RunContext, commandId: string, content?: Readonly<Record<string, string>>,
  ): Promise<Tried> {
    const on: IsoDate = context.on ?? londonDate(context.recordedAt ?? this.parts.clock.now());
    const permit = (read: ReadFact) => this.#granted(read, context, command.permission);
    const acting = { actor: context.actor, role: context.role, on };
    const footing = new Footing();
    const inTurn = async (fold: Fold): Promise<Tried> => {
      const { concluding } = await this.#turns.take(async () => {
        const came = await deliberate(command, input, acting, footing.over(fold), permit);
        return { concluding: this.#conclude(command, came, { ...context, on }, footing, commandId, content) };
      });
      return concluding;
    };
    const reading: Fold = (of, ref) => this.#states.fold(of, ref);
    const atHand: Fold = async (of, ref) => (this.#isBeingIssued(command, on, of.category, ref) ? this.#states.begun(of, ref) : this.#states.atHand(of, ref));
    try {
      for (let round = 1; round <= rounds && this.parts.store.distance === 'far'; round += 1) {
        try {
          return await inTurn(atHand);
        } catch (fault) {
          if (!(fault instanceof NotAtHand)) throw fault;
          await deliberate(command, input, acting, footing.over(reading), permit); // for what it reads: nobody's turn waits for the network
        }
      }
      return await inTurn(reading);
    } catch (fault) {
      if (fault instanceof StoreFault || (await this.#states.confirm(footing.met))) throw fault;
      return { outcome: 'again', stream: [...footing.met.keys()][0] ?? command.of.category };
    }
  }

  /** Whether a command is about to give this very reference out: then nothing can stand under it yet. */
  #isBeingIssued(command: Pick<CommandDeclaration, 'of' | 'begins'>, on: IsoDate, category: string, ref: string): boolean {
    return category === command.of.category && ref === nextReference(command, on, (register) => this.#states.atHand(numbers, register).state);
  }

  /** Hands over what was decided before anything is awaited; an answer "no" waits until everything below it is settled. */
  async #conclude<Input extends object>(
    command: CommandDeclaration<Input>, came: Deliberation, context: RunContext & { on: IsoDate }, footing: Footing, commandId: string, content?: Readonly<Record<string, string>>,
  ): Promise<Tried> {
    if (came.outcome !== 'decided') {
      if (!(await this.#states.confirm(came.reads))) return { outcome: 'again', stream: streamName(command.of, came.ref) };
      if (came.outcome === 'not-found') return { outcome: 'not-found', what: came.what };
      if (came.outcome === 'not-permitted') return { outcome: 'not-permitted', permission: command.permission, heldBy: came.heldBy, because: came.because };
      const { name, details } = came.refusal;
      const sentence = command.refusals[name];
      if (sentence === undefined) throw new Error(`${command.name} refused with ${name}, which it does not declare`);
      return { outcome: 'refused', refusal: name, sentence: fill(sentence, details), details };
    }
    const overtaken = [...came.reads].find(([name, version]) => this.#states.version(name) !== version);
    if (overtaken) return { outcome: 'again', stream: overtaken[0] };
    for (const holds of this.parts.assertions ?? []) holds(came.events);
    const done = doneWith(came, commandId);
    if (context.rehearse) return (await this.#states.confirm(came.reads)) ? done : { outcome: 'again', stream: streamName(command.of, came.ref) };
    return this.#append(command, came, context, footing, done, content);
  }

  /** Nothing may be awaited between the check of versions and the hand-over: order of hand-over is order in the log. */
  async #append(command: Pick<CommandDeclaration, 'name'>, came: Deliberation & { outcome: 'decided' }, context: RunContext & { on: IsoDate }, footing: Footing, done: Done, content?: Readonly<Record<string, string>>): Promise<Tried> {
    const { commandId } = done;
    const meta = metaOf(command.name, came, context, commandId, content, this.parts.kind);
    const events = came.events.map(
      ({ type, schema, data, stream }, index): EventToAppend => ({ id: eventIdOf(commandId, index), stream, type, schema, effectiveOn: context.on, meta, data }),
    );
    const expects = [...came.reads].map(([stream, expected]): StreamExpectation => {
      const headId = this.#states.headId(stream);
      return { stream, expected, ...(headId === undefined ? {} : { headId }) };
    });
    // Folded before it is handed over: an event that its own stream cannot take would stand in the log for ever.
    const streams = [...new Set(events.map((event) => event.stream))];
    for (const stream of streams) footing.meet(stream, this.#states.version(stream));
    const hands = { actor: context.actor, ...(came.acting.onBehalfOf ? { onBehalfOf: came.acting.onBehalfOf } : {}) };
    const ahead = streams.map((stream) => ({ stream, then: this.#states.after(stream, events.filter((event) => event.stream === stream).map((event) => ({ ...event, ...hands }))) }));
    const appending = this.parts.store.append({ events, expects, ...(context.recordedAt === undefined ? {} : { recordedAt: context.recordedAt }) });
    const settling = appending.then(mustBeStored);
    void Promise.allSettled([settling]); // its failure is told to whoever built on it, and by `appending` to us
    for (const { stream, then } of ahead) this.#states.advance(stream, then, came.reads.has(stream), settling);
    context.handedOver?.(done.reference);
    const result = await appending;
    if (result.outcome === 'stored') return { ...done, position: result.last, repeated: result.repeated };
    this.#states.letGo(came.reads.keys());
    if (result.outcome === 'conflict') return { outcome: 'again', stream: result.stream };
    // Our ids are derived from the key: another process stored this command meanwhile, and its result is looked up.
    return { outcome: 'overtaken', stream: came.ref };
  }

  async #log(asked: string, { actor, role }: RunContext, outcome: Outcome): Promise<void> {
    if (outcome.outcome === 'done') return;
    const because = { refused: 'refusal', 'not-permitted': 'permission', 'key-reused': 'differs', 'not-found': 'what', overtaken: 'stream', invalid: undefined }[outcome.outcome];
    const reason = because === undefined ? undefined : (outcome as unknown as Readonly<Record<string, string>>)[because];
    await this.parts.access.note({ at: this.parts.clock.now(), actor, role, asked, outcome: outcome.outcome, ...(reason === undefined ? {} : { because: reason }) });
  }
}

function mustBeStored(result: AppendResult): void {
  if (result.outcome !== 'stored') throw new Error(result.outcome);
}
