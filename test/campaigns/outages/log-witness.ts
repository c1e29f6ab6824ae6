import { commandIdOf } from '#platform/engine';
import type { EventStore, Position, RecordedEvent } from '#platform/event-store';
import { checkLog } from '#platform/transparency';
import { poundsInFund } from './load.js';
import { wasDone, type Answer, type DoneAnswer } from './wish.js';

/** What the log makes of what callers were told. */
export interface Verdict {
  readonly acknowledged: number;
  /** Acknowledged and not there, not whole, or elsewhere than was said. */
  readonly lost: readonly string[];
  /** Carried out more than once, or carried out although the caller was told that it was not. */
  readonly doubled: readonly string[];
}

/** What is remembered of an event: a long run has a great many. */
type Placed = Pick<RecordedEvent, 'position' | 'type' | 'stream'>;

/** Fields by which people call what a wish made. */
const calledIn: Readonly<Record<string, string>> = { OrganisationRegistered: 'name', ApplicationNominated: 'title', RoundOpened: 'name' };

/** Reads the log itself, by a way of its own that no fault is done to, and remembers what it saw. */
export class LogWitness {
  readonly #store: EventStore;
  readonly #byCommand = new Map<string, Placed[]>();
  readonly #timesCalled = new Map<string, number>();
  readonly #roundsOf = new Map<string, number>();
  #after: Position = 0;

  constructor(store: EventStore) {
    this.#store = store;
  }

  async head(): Promise<Position> {
    return (await this.#store.head()).position;
  }

  /** Judges answers by the log as it is now. */
  async judge(answers: readonly Answer[]): Promise<Verdict> {
    await this.#readOn();
    const done = answers.filter(wasDone);
    return {
      acknowledged: done.length,
      lost: done.flatMap((answer) => this.#missing(answer)),
      doubled: [
        ...done.filter(({ wish }) => (this.#timesCalled.get(wish.called) ?? 1) > 1).map(({ wish }) => `${wish.called} is there ${this.#timesCalled.get(wish.called)} times`),
        ...answers.filter((answer) => !wasDone(answer) && this.#eventsOf(answer).length > 0).map(({ wish }) => `${wish.called} was refused and is there`),
      ],
    };
  }

  /** What is there although nobody was told so, once everything was answered: a reply that got lost for good. */
  async unanswered(answers: readonly Answer[]): Promise<readonly string[]> {
    await this.#readOn();
    const told = new Set(answers.filter(wasDone).map(({ wish }) => wish.called));
    return [...this.#timesCalled.keys()].filter((called) => !told.has(called));
  }

  /** Funds of which more was given than they held; and those that were given out to the last pound. */
  async funds(): Promise<{ readonly overspent: readonly string[]; readonly spent: number }> {
    await this.#readOn();
    const given = [...this.#roundsOf];
    return { overspent: given.filter(([, rounds]) => rounds > poundsInFund).map(([fund, rounds]) => `${fund} gave £${rounds} of £${poundsInFund}`), spent: given.filter(([, rounds]) => rounds === poundsInFund).length };
  }

  /** Density, hashes, versions and time of every byte, with the root over it. */
  check(): ReturnType<typeof checkLog> {
    return checkLog(this.#store);
  }

  #eventsOf({ by, wish }: Answer): readonly Placed[] {
    return this.#byCommand.get(commandIdOf(`api:${by.id}:${wish.key}`)) ?? [];
  }

  /** The events that the answer named, in that order, side by side, the last at the position that was said. */
  #missing(answer: DoneAnswer): readonly string[] {
    const { events, position } = answer.outcome;
    const stored = this.#eventsOf(answer);
    const first = position - stored.length + 1;
    const stands = stored.length === events.length && stored.every((event, n) => event.position === first + n && event.type === events[n]?.type && event.stream === events[n]?.stream);
    if (stands) return [];
    const there = stored.map((event) => `${event.type} @${event.position}`).join(', ') || 'nothing';
    return [`${answer.wish.called}: ${events.map(({ type }) => type).join(', ')} up to @${position} was said, and there is ${there}`];
  }

  async #readOn(): Promise<void> {
    for (let caughtUp = false; !caughtUp; ) {
      const page = await this.#store.readAll({ after: this.#after, limit: 2_000 });
      for (const event of page.events) this.#take(event);
      ({ next: this.#after, caughtUp } = page);
    }
  }

  #take(event: RecordedEvent): void {
    const command = event.meta['$correlationId'] ?? '';
    const { position, type, stream } = event;
    this.#byCommand.set(command, [...(this.#byCommand.get(command) ?? []), { position, type, stream }]);
    const data = event.data as Readonly<Record<string, unknown>>;
    const field = calledIn[event.type];
    if (field !== undefined) this.#timesCalled.set(String(data[field]), (this.#timesCalled.get(String(data[field])) ?? 0) + 1);
    if (event.type !== 'RoundOpened') return;
    const { fund } = data['budget'] as { readonly fund: string };
    this.#roundsOf.set(fund, (this.#roundsOf.get(fund) ?? 0) + 1);
  }
}
