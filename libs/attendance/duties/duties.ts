import { londonDate, type Duty, type WorkflowDeclaration } from '#kernel';
import type { Clock, EventStore, Position } from '#platform/event-store';
import { happened } from '#platform/view-store';
import type { AttendedNote, Due } from './attended.js';

interface DutiesParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly workflows: readonly WorkflowDeclaration[];
  /** Where to go on from at the next start; without it the log is gone through from its beginning. */
  readonly kept?: AttendedNote;
}

/** Events looked at between two pauses, in which pages are served. */
const page = 1_000;

/** What duties are made of: raise a workflow's version when it would make other things due of the same events. */
export const madeBy = (workflows: readonly WorkflowDeclaration[]): string => workflows.map(({ name, version }) => `${name} ${version}`).sort().join(', ');

/**
 * What workflows make due, folded from the log again and again, so that nothing is lost with a queue. Each duty has its key
 * from the event that made it due: it is done once, whoever derives it and however often.
 */
export class Duties {
  readonly #due = new Map<string, Due>();
  #position: Position | undefined;
  #keptAt: string | undefined;

  constructor(private readonly parts: DutiesParts) {}

  /** Takes what happened since last time. What is due today and not settled, in the order of the log. */
  async due(): Promise<readonly Due[]> {
    await this.#read(this.#position ?? (await this.#begin()));
    const today = londonDate(this.parts.clock.now());
    return [...this.#due.values()].filter(({ due }) => due <= today);
  }

  /** There is nothing left to do about it. */
  settle({ duty, key }: Pick<Due, 'duty' | 'key'>): void {
    if (this.#due.get(duty)?.key === key) this.#due.delete(duty);
  }

  /** Notes down how far this has come, if that has changed. */
  async keep(): Promise<void> {
    const { kept, store } = this.parts;
    const position = this.#position ?? 0;
    const stands = `${position} ${[...this.#due.values()].map(({ key }) => key).join(' ')}`;
    if (!kept || stands === this.#keptAt) return;
    await kept.write(store, { position, due: [...this.#due.values()] });
    this.#keptAt = stands;
  }

  /** Where an earlier process left off. */
  async #begin(): Promise<Position> {
    const before = await this.parts.kept?.read(this.parts.store);
    for (const each of before?.due ?? []) this.#due.set(each.duty, each);
    return before?.position ?? 0;
  }

  async #read(from: Position): Promise<void> {
    const { store, workflows } = this.parts;
    const types = [...new Set(workflows.flatMap(({ on }) => Object.keys(on)))];
    for (let after = from; ; ) {
      const { events, next, caughtUp } = await store.readAll({ after, limit: page, types });
      for (const event of events.map(happened)) {
        for (const { name, on } of workflows) for (const duty of on[event.type]?.(event) ?? []) this.#note(`${name}/${duty.duty}`, duty, event.id);
      }
      after = this.#position = next;
      if (caughtUp) return;
      await new Promise(setImmediate);
    }
  }

  #note(name: string, duty: Duty, cause: string): void {
    if ('dropped' in duty) this.#due.delete(name);
    else this.#due.set(name, { ...duty, duty: name, key: `${name} ${cause}`, causation: cause });
  }
}
