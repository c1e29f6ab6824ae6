import { deliberate, fill, isDate, londonDate, readInput, streamName, type CommandDeclaration, type Decided, type Deliberation, type IsoDate, type Problem } from '#kernel';
import type { AccessLog } from '#platform/access';
import { permits, rolesHolding } from '#platform/access';
import type { AppendResult, Clock, EventStore, EventToAppend, StreamExpectation } from '#platform/event-store';
import { commandIdOf, contentOf, difference, eventIdOf } from './identity.js';
import type { Done, Outcome, RunContext } from './outcome.js';
import { Played } from './played.js';
import { StateCache } from './state-cache.js';

export interface EngineParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly access: AccessLog;
  /** A demonstration takes its clock from the playbook. */
  readonly kind: 'demonstration' | 'live';
}

/** How often a command is decided again when others got there first; each time somebody else's command was stored. */
const attempts = 200;

type Tried = Outcome | { readonly outcome: 'again'; readonly stream: string };

/**
 * Runs every command: permission, input, facts, fold, rule, one atomic append over all streams that it touches. A conflict
 * is decided again; a key that was used before comes to the same result, or names the field that differs.
 */
export class Engine {
  readonly #states: StateCache;
  readonly #played: Played;
  readonly #underWay = new Map<string, Promise<Outcome>>();

  constructor(private readonly parts: EngineParts) {
    this.#states = new StateCache(parts.store);
    this.#played = new Played(parts.store);
  }

  async run<Input extends object>(command: CommandDeclaration<Input>, raw: unknown, context: RunContext): Promise<Outcome> {
    const outcome = await this.#judge(command, raw, context);
    this.#log(command.name, context, outcome);
    return outcome;
  }

  async #judge<Input extends object>(command: CommandDeclaration<Input>, raw: unknown, context: RunContext): Promise<Outcome> {
    const { permission } = command;
    if (!permits(context.role, permission)) return { outcome: 'not-permitted', permission, heldBy: rolesHolding(permission) };
    const reading = readInput(command.input, raw);
    const problems: Problem[] = [...(reading.ok ? [] : reading.problems), ...this.#problemsWith(context)];
    if (!reading.ok || problems.length > 0) return { outcome: 'invalid', problems };
    if (context.key === undefined) return this.#decide(command, reading.value, context, commandIdOf(undefined));
    return this.#once(command, reading.value, context, commandIdOf(context.key));
  }

  #problemsWith({ on, recordedAt }: RunContext): Problem[] {
    const { kind, clock } = this.parts;
    const problems: Problem[] = [];
    if (recordedAt !== undefined && kind === 'live') {
      problems.push({ field: 'recorded', message: 'Only a demonstration takes its clock from a playbook. Here the real time of recording stands: leave it out' });
    }
    if (on !== undefined && !isDate(on)) problems.push({ field: 'on', message: `"${String(on)}" is not a date that exists. Write it like "2012-06-13"` });
    else if (on !== undefined && kind === 'live' && on > londonDate(clock.now())) {
      problems.push({ field: 'on', message: `${on} has not come yet: a decision takes effect today or earlier` });
    }
    return problems;
  }

  /** The same key at the same time waits for the first; the same key later finds what the first one stored. */
  async #once<Input extends object>(command: CommandDeclaration<Input>, input: Input, context: RunContext, commandId: string): Promise<Outcome> {
    for (let before = this.#underWay.get(commandId); before; before = this.#underWay.get(commandId)) await Promise.allSettled([before]);
    const content = contentOf(command.name, input);
    const run = async (): Promise<Outcome> => {
      const reference = isNumbered(command) ? undefined : command.ref?.(input);
      const repeat = () => this.#repeat(commandId, content, reference);
      const played = await repeat();
      if (played) return played;
      const outcome = await this.#decide(command, input, context, commandId, content);
      // Another process may have stored this very command while ours was being decided.
      return outcome.outcome === 'done' || outcome.outcome === 'invalid' ? outcome : ((await repeat()) ?? outcome);
    };
    const running = run().finally(() => this.#underWay.delete(commandId));
    this.#underWay.set(commandId, running);
    return running;
  }

  async #repeat(commandId: string, content: Readonly<Record<string, string>>, reference: string | undefined): Promise<Outcome | undefined> {
    const found = await this.#played.find(commandId);
    if (!found) return undefined;
    const differs = difference(found.content, content);
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
      if (attempt > 3) await new Promise((resolve) => setTimeout(resolve, (attempt * (commandId.charCodeAt(attempt % 36) % 16)) / 8));
    }
    return { outcome: 'overtaken', stream };
  }

  async #try<Input extends object>(
    command: CommandDeclaration<Input>, input: Input, context: RunContext, commandId: string, content?: Readonly<Record<string, string>>,
  ): Promise<Tried> {
    const on: IsoDate = context.on ?? londonDate(context.recordedAt ?? this.parts.clock.now());
    const came = await deliberate(command, input, { actor: context.actor, role: context.role, on }, (of, ref) => this.#states.fold(of, ref));
    if (came.outcome !== 'decided') {
      if (!(await this.#states.confirm(came.reads))) return { outcome: 'again', stream: streamName(command.of, came.ref) };
      if (came.outcome === 'not-found') return { outcome: 'not-found', what: came.what };
      const { name, details } = came.refusal;
      const sentence = command.refusals[name];
      if (sentence === undefined) throw new Error(`${command.name} refused with ${name}, which it does not declare`);
      return { outcome: 'refused', refusal: name, sentence: fill(sentence, details), details };
    }
    const overtaken = [...came.reads].find(([name, version]) => this.#states.version(name) !== version);
    if (overtaken) return { outcome: 'again', stream: overtaken[0] };
    const done = doneWith(came, commandId);
    if (context.rehearse) return (await this.#states.confirm(came.reads)) ? done : { outcome: 'again', stream: streamName(command.of, came.ref) };
    return this.#append(command, came, { ...context, on }, done, content);
  }

  /** Nothing may be awaited between the check of versions and the hand-over: order of hand-over is order in the log. */
  async #append(command: Pick<CommandDeclaration, 'name'>, came: Deliberation & { outcome: 'decided' }, context: RunContext & { on: IsoDate }, done: Done, content?: Readonly<Record<string, string>>): Promise<Tried> {
    const { commandId } = done;
    const meta = metaOf(command.name, came, context, commandId, content);
    const events = came.events.map(
      ({ type, schema, data, stream }, index): EventToAppend => ({ id: eventIdOf(commandId, index), stream, type, schema, effectiveOn: context.on, meta, data }),
    );
    const expects = [...came.reads].map(([stream, expected]): StreamExpectation => {
      const headId = this.#states.headId(stream);
      return { stream, expected, ...(headId === undefined ? {} : { headId }) };
    });
    const appending = this.parts.store.append({ events, expects, ...(context.recordedAt === undefined ? {} : { recordedAt: context.recordedAt }) });
    const settling = appending.then(mustBeStored);
    void Promise.allSettled([settling]); // its failure is told to whoever built on it, and by `appending` to us
    for (const stream of new Set(events.map((event) => event.stream))) {
      this.#states.advance(stream, events.filter((event) => event.stream === stream).map((event) => ({ ...event, actor: context.actor })), settling);
    }
    context.handedOver?.(done.reference);
    const result = await appending;
    if (result.outcome === 'stored') return { ...done, position: result.last, repeated: result.repeated };
    this.#states.letGo(came.reads.keys());
    if (result.outcome === 'conflict') return { outcome: 'again', stream: result.stream };
    // Our ids are derived from the key: another process stored this command meanwhile, and its result is looked up.
    return { outcome: 'overtaken', stream: came.ref };
  }

  #log(asked: string, { actor, role }: RunContext, outcome: Outcome): void {
    if (outcome.outcome === 'done') return;
    const because = { refused: 'refusal', 'not-permitted': 'permission', 'key-reused': 'differs', 'not-found': 'what', overtaken: 'stream', invalid: undefined }[outcome.outcome];
    const reason = because === undefined ? undefined : (outcome as unknown as Readonly<Record<string, string>>)[because];
    this.parts.access.note({ at: this.parts.clock.now(), actor, role, asked, outcome: outcome.outcome, ...(reason === undefined ? {} : { because: reason }) });
  }
}

const isNumbered = ({ begins }: Pick<CommandDeclaration, 'begins'>): boolean => begins !== undefined && begins !== 'named';

function mustBeStored(result: AppendResult): void {
  if (result.outcome !== 'stored') throw new Error(result.outcome);
}

function doneWith({ ref, events }: Deliberation & { outcome: 'decided' }, commandId: string): Done {
  return { outcome: 'done', commandId, reference: ref, position: 0, events: events.map(({ stream, type, data }: Decided) => ({ stream, type, data })), repeated: false };
}

/** Flat strings on every adapter. `facts` is the evidence of what was read: each stream at its version. */
function metaOf(name: string, { reads }: Deliberation, context: RunContext, commandId: string, content?: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    actor: context.actor,
    role: context.role,
    command: name,
    facts: [...reads].map(([stream, version]) => `${stream}@${version}`).join(' '),
    $correlationId: context.correlation ?? commandId,
    $causationId: context.causation ?? commandId,
    ...(content ? { content: Object.entries(content).map(([field, digest]) => `${field}=${digest}`).join(' ') } : {}),
  };
}
