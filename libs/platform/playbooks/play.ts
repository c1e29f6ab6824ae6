import type { CommandDeclaration, Person } from '#kernel';
import type { Outcome, RunContext } from '#platform/engine';
import { bound, namesIn } from './bindings.js';
import { InFlight } from './in-flight.js';
import { personOf, type Playbook, type Step } from './playbook.js';
import { reasonOf, unexpected, type Stopped } from './stopped.js';
import { stepKeys } from './step-key.js';

export type { Stopped } from './stopped.js';

/** What a playbook is played on: an installation's engine and log. */
export interface Stage {
  readonly kind: 'demonstration' | 'live';
  run(command: CommandDeclaration, input: unknown, context: RunContext): Promise<Outcome>;
  /** Whether a command with this idempotency key is in the log. */
  wasPlayed(key: string): Promise<boolean>;
  /** When the last event was recorded that was there before playing (ISO instant). */
  readonly recordedUpTo?: string;
}

export interface PlayOptions {
  /** Steps that may be on their way to the disk at once. */
  readonly window?: number;
  /** References by name that playbooks gave which were played before this one. */
  readonly given?: Readonly<Record<string, string>>;
  readonly onProgress?: (done: number, of: number) => void;
}

/** A step that was not rehearsed again: what came after it is in the log, and the past can't be refused a second time. */
export interface Skipped {
  readonly file: string;
  readonly line: number;
  readonly command: string;
  readonly refusal: string;
}

export interface PlayReport {
  readonly playbook: string;
  readonly file: string;
  readonly demonstration: boolean;
  readonly steps: number;
  /** Stored now. */
  readonly played: number;
  /** Stored by an earlier playing, so not stored again. */
  readonly repeated: number;
  /** Rehearsed and refused, as the playbook says. */
  readonly refused: number;
  readonly skipped: readonly Skipped[];
  /** Stored later than the playbook says, because the log had already come further: time in a log never goes backwards. */
  readonly recordedLate: number;
  readonly references: Readonly<Record<string, string>>;
  /** Last position written; 0 when nothing was. */
  readonly position: number;
  readonly stopped?: Stopped;
}

/**
 * Plays a playbook's steps in their order. A step is started once the one before it has been handed to the log, so that
 * many share a flush of the disk and a step that is refused still stops everything behind it. Playing again continues.
 */
export async function play(playbook: Playbook, stage: Stage, options: PlayOptions = {}): Promise<PlayReport> {
  return new Playing(playbook, stage, options).run();
}

/** A rehearsed step is never stored, so it has no key, and takes no number among those that are alike. */
export function keysOf(steps: readonly Step[]): readonly { readonly step: Step; readonly key: string }[] {
  const keyOf = new Map([...new Set(steps.map(({ book }) => book))].map((book) => [book, stepKeys(book)]));
  return steps.map((step) => ({ step, key: step.refused === undefined ? (keyOf.get(step.book)?.(step) ?? '') : '' }));
}

class Playing {
  readonly #bindings = new Map<string, string>();
  /** Landings of the steps that give a name: a number that is handed out stands once its append is stored, not before. */
  readonly #giving = new Map<string, Promise<void>>();
  readonly #skipped: Skipped[] = [];
  readonly #flying: InFlight;
  readonly #counts = { played: 0, repeated: 0, refused: 0, recordedLate: 0 };
  #position = 0;

  constructor(
    private readonly playbook: Playbook,
    private readonly stage: Stage,
    private readonly options: PlayOptions,
  ) {
    this.#flying = new InFlight(options.window ?? 256);
    for (const [name, reference] of Object.entries(options.given ?? {})) this.#bindings.set(name, reference);
  }

  async run(): Promise<PlayReport> {
    const { steps } = this.playbook;
    const keyed = keysOf(steps);
    const backwards = this.stage.kind === 'demonstration' ? steps.findIndex((step, index) => step.recordedAt < (steps[index - 1]?.recordedAt ?? '')) : -1;
    if (backwards !== -1) return this.#report(this.#goesBackwards(backwards));
    const lastPlayed = await this.#lastPlayed(keyed);
    for (const [index, { step, key }] of keyed.entries()) {
      if (step.refused === undefined) await this.#store(step, index, key);
      else await this.#rehearse(step, index, step.refused, index < lastPlayed);
      if (this.#flying.failed) break;
      this.options.onProgress?.(index + 1, steps.length);
    }
    await this.#flying.landed();
    return this.#report(this.#flying.failed);
  }

  /** Index of the last step that is in the log already; only steps that expect a refusal need to know. */
  async #lastPlayed(keyed: readonly { readonly step: Step; readonly key: string }[]): Promise<number> {
    if (!keyed.some(({ step }) => step.refused !== undefined)) return -1;
    for (let index = keyed.length - 1; index >= 0; index -= 1) {
      const { step, key } = keyed[index] as (typeof keyed)[number];
      if (step.refused === undefined && (await this.stage.wasPlayed(key))) return index;
    }
    return -1;
  }

  async #rehearse(step: Step, index: number, expected: string, isPast: boolean): Promise<void> {
    const { file, line, command } = step;
    if (isPast) {
      this.#skipped.push({ file, line, command: command.name, refusal: expected });
      return;
    }
    const input = await this.#inputOf(step);
    if (this.#flying.failed) return;
    const outcome = await this.stage.run(command, input, { ...this.#context(step), rehearse: true });
    const came = outcome.outcome === 'refused' ? outcome.refusal : outcome.outcome;
    if (came === expected) this.#counts.refused += 1;
    else this.#flying.fail(index, { file, line, command: command.name, ...unexpected(expected, step, outcome) });
  }

  /** Resolves when the step has been handed over or has failed; its landing looks after the rest. */
  async #store(step: Step, index: number, key: string): Promise<void> {
    const input = await this.#inputOf(step);
    if (this.#flying.failed) return;
    const handed = Promise.withResolvers<void>();
    const running = this.stage.run(step.command, input, { ...this.#context(step), key, handedOver: () => handed.resolve() });
    const landing = running.then((outcome) => this.#landed(index, step, outcome), (fault: unknown) => this.#flying.fail(index, this.#faulted(step, fault)));
    if (step.as !== undefined) this.#giving.set(step.as, landing);
    await Promise.race([handed.promise, landing]);
    await this.#flying.add(landing);
  }

  /** The input with its $names replaced: it waits for the steps that give them, and for nothing else. */
  async #inputOf({ with: written }: Step): Promise<unknown> {
    for (const name of namesIn(written)) await this.#giving.get(name);
    return bound(written, this.#bindings).value;
  }

  #landed(index: number, step: Step, outcome: Outcome): void {
    if (outcome.outcome !== 'done') {
      this.#flying.fail(index, { file: step.file, line: step.line, command: step.command.name, ...reasonOf(step, outcome) });
      return;
    }
    if (step.as !== undefined) this.#bindings.set(step.as, outcome.reference);
    this.#position = Math.max(this.#position, outcome.position);
    this.#counts[outcome.repeated ? 'repeated' : 'played'] += 1;
    if (!outcome.repeated && this.stage.kind === 'demonstration' && step.recordedAt < (this.stage.recordedUpTo ?? '')) this.#counts.recordedLate += 1;
  }

  #context({ on, by, actor, recordedAt }: Step): RunContext {
    const { kind } = this.stage;
    return { actor: (actor ?? personOf(by, kind)) as Person, role: by, on, ...(kind === 'demonstration' ? { recordedAt } : {}) };
  }

  #faulted({ file, line, command }: Step, fault: unknown): Stopped {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return { file, line, command: command.name, reason, advice: 'Play it again once that is mended: it continues where it stopped', fault };
  }

  #goesBackwards(index: number): Stopped {
    const step = this.playbook.steps[index] as Step;
    const before = this.playbook.steps[index - 1] as Step;
    return {
      file: step.file, line: step.line, command: step.command.name,
      reason: `This step is recorded on ${step.recordedAt.slice(0, 10)}, before the one above it (line ${before.line}, ${before.recordedAt.slice(0, 10)}). Time in a log never goes backwards`,
      advice: 'Move the step up, or say when it came to be recorded with recorded:',
    };
  }

  #report(stopped: Stopped | undefined): PlayReport {
    const { name, file, demonstration, steps } = this.playbook;
    return {
      playbook: name, file, demonstration, steps: steps.length, ...this.#counts, skipped: this.#skipped,
      references: Object.fromEntries(this.#bindings), position: this.#position, ...(stopped ? { stopped } : {}),
    };
  }
}
