import { londonDate, toPerson, type Duty, type IsoDate, type WorkflowDeclaration } from '#kernel';
import type { Engine } from '#platform/engine';
import type { Clock, EventStore, Position } from '#platform/event-store';
import { happened } from '#platform/view-store';

type Due = Extract<Duty, { due: IsoDate }> & { readonly key: string; readonly causation: string };

/**
 * Runs the commands that workflows make due. The list of duties is folded from the log, so nothing is lost with a queue;
 * each command's key comes from the event that made it due, so a duty is done once whoever does it.
 */
export class Duties {
  readonly #due = new Map<string, Due>();
  readonly #done = new Set<string>();
  #position: Position = 0;

  constructor(
    private readonly parts: { readonly store: EventStore; readonly engine: Pick<Engine, 'run'>; readonly clock: Clock; readonly workflows: readonly WorkflowDeclaration[] },
  ) {}

  /** Takes what happened since last time, then does what is due today. Returns how many commands were stored. */
  async attend(): Promise<number> {
    await this.#read();
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
    return stored;
  }

  async #read(): Promise<void> {
    const { store, workflows } = this.parts;
    const types = [...new Set(workflows.flatMap(({ on }) => Object.keys(on)))];
    for (;;) {
      const page = await store.readAll({ after: this.#position, limit: 1000, types });
      for (const event of page.events.map(happened)) {
        for (const { name, on } of workflows) for (const duty of on[event.type]?.(event) ?? []) this.#note(`${name}/${duty.duty}`, duty, event.id);
      }
      this.#position = page.next;
      if (page.caughtUp) return;
    }
  }

  #note(name: string, duty: Duty, cause: string): void {
    if ('dropped' in duty) this.#due.delete(name);
    else this.#due.set(name, { ...duty, key: `${name} ${cause}`, causation: cause });
  }
}
