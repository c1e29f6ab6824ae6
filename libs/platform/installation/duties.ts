import { londonDate, toPerson, type Duty, type WorkflowDeclaration } from '#kernel';
import type { Engine } from '#platform/engine';
import type { Clock, EventStore, Position } from '#platform/event-store';
import { happened } from '#platform/view-store';
import type { AttendedFile, Due } from './attended.js';

interface DutiesParts {
  readonly store: EventStore;
  readonly engine: Pick<Engine, 'run'>;
  readonly clock: Clock;
  readonly workflows: readonly WorkflowDeclaration[];
  /** Where to go on from at the next start; without it the log is gone through from its beginning. */
  readonly kept?: AttendedFile;
}

/** Events looked at between two pauses, in which pages are served. */
const page = 1_000;

/** What duties are made of: raise a workflow's version when it would make other things due of the same events. */
export const madeBy = (workflows: readonly WorkflowDeclaration[]): string => workflows.map(({ name, version }) => `${name} ${version}`).sort().join(', ');

/**
 * Runs the commands that workflows make due. The list of duties is folded from the log, so nothing is lost with a queue;
 * each command's key comes from the event that made it due, so a duty is done once whoever does it.
 */
export class Duties {
  readonly #due = new Map<string, Due>();
  readonly #done = new Set<string>();
  #position: Position | undefined;

  constructor(private readonly parts: DutiesParts) {}

  /** Takes what happened since last time, then does what is due today. Returns how many commands were stored. */
  async attend(): Promise<number> {
    const position = await this.#read(this.#position ?? (await this.#begin()));
    const { engine, clock } = this.parts;
    const today = londonDate(clock.now());
    let stored = 0;
    for (const [duty, { due, command, input, key, causation }] of [...this.#due]) {
      if (due > today || this.#done.has(key)) continue;
      const outcome = await engine.run(command, input, { actor: toPerson('clockwork'), role: 'clockwork', key, causation });
      if (outcome.outcome === 'overtaken') continue; // others were busy with it; next time
      if (outcome.outcome === 'done') stored += 1;
      // A refusal settles a duty too: the rule says that there is nothing to be done any more.
      this.#done.add(key);
      this.#due.delete(duty);
    }
    await this.parts.kept?.write(this.parts.store, { position, due: [...this.#due.values()] });
    return stored;
  }

  /** Where an earlier process left off. */
  async #begin(): Promise<Position> {
    const before = await this.parts.kept?.read(this.parts.store);
    for (const each of before?.due ?? []) this.#due.set(each.duty, each);
    return before?.position ?? 0;
  }

  async #read(from: Position): Promise<Position> {
    const { store, workflows } = this.parts;
    const types = [...new Set(workflows.flatMap(({ on }) => Object.keys(on)))];
    for (let after = from; ; ) {
      const { events, next, caughtUp } = await store.readAll({ after, limit: page, types });
      for (const event of events.map(happened)) {
        for (const { name, on } of workflows) for (const duty of on[event.type]?.(event) ?? []) this.#note(`${name}/${duty.duty}`, duty, event.id);
      }
      after = this.#position = next;
      if (caughtUp) return after;
      await new Promise(setImmediate);
    }
  }

  #note(name: string, duty: Duty, cause: string): void {
    if ('dropped' in duty) this.#due.delete(name);
    else this.#due.set(name, { ...duty, duty: name, key: `${name} ${cause}`, causation: cause });
  }
}
