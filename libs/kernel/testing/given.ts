import type { Acting, CommandDeclaration } from '../command.js';
import { toDate, type IsoDate } from '../dates.js';
import { deliberate, type Deliberation } from '../deliberate.js';
import type { NewEvent } from '../event.js';
import { toPerson, type Person } from '../ids.js';
import { readInput } from '../input.js';
import { fill } from '../refusal.js';
import { streamName, type AnyStream, type EventOf, type EventSet, type StreamDeclaration } from '../stream.js';

interface History {
  readonly of: AnyStream;
  readonly ref: string;
  readonly events: readonly NewEvent[];
  /** The day on which it happened, where that is not the day of the command. */
  readonly on?: IsoDate;
  /** Whose role it was done in, where that was lent. */
  readonly onBehalfOf?: Person;
}

/** Who acts in a test, on which day. */
export type By = Acting;
export const by = (role: string, on = '2012-06-13', actor = role): By => ({ actor: toPerson(actor), role, on: toDate(on) });

/** The history before a command: `given(award, 'AW-2012-001', AwardRecommended({...})).and(...)`. */
export function given<Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string, ...events: EventOf<Events>[]): Given {
  return new Given([{ of, ref, events: events as readonly NewEvent[] }]);
}
export const givenNothing = (): Given => new Given([]);

class Given {
  constructor(private readonly history: readonly History[]) {}

  and<Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string, ...events: EventOf<Events>[]): Given {
    return new Given([...this.history, { of, ref, events: events as readonly NewEvent[] }]);
  }

  /** The same, on another day than that of the command. */
  andOn<Events extends EventSet, State>(on: string, of: StreamDeclaration<Events, State>, ref: string, ...events: EventOf<Events>[]): Given {
    return new Given([...this.history, { of, ref, events: events as readonly NewEvent[], on: toDate(on) }]);
  }

  /** What happened here and there. */
  andAll({ history }: Given): Given {
    return new Given([...this.history, ...history]);
  }

  /** The same history, done by people to whom this person had lent their roles. */
  inTheNameOf(lender: Person): Given {
    return new Given(this.history.map((each) => ({ ...each, onBehalfOf: lender })));
  }

  /** Runs the command through the same deliberation as the engine. The input is read as the edge would read it. */
  when<Input extends object>(command: CommandDeclaration<Input>, input: object, acting: By): When {
    const reading = readInput(command.input, input);
    if (!reading.ok) throw new Error(`the input is not readable: ${JSON.stringify(reading.problems)}`);
    const fold = <Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string) => {
      const histories = this.history.filter((each) => streamName(each.of, each.ref) === streamName(of, ref));
      const events = histories.flatMap((each) => each.events.map((event) => ({ event, about: { on: each.on ?? acting.on, ...(each.onBehalfOf ? { onBehalfOf: each.onBehalfOf } : {}) } })));
      const state = events.reduce((before, { event, about }, i) => of.evolve(before, event, { ref, version: i + 1, by: 'person:before', ...about }), of.initial);
      return Promise.resolve({ version: events.length, state });
    };
    return new When(deliberate(command, reading.value, acting, fold), command.refusals);
  }
}

class When {
  constructor(
    private readonly deliberation: Promise<Deliberation>,
    private readonly refusals: CommandDeclaration['refusals'],
  ) {}

  /** These events and no others, in this order; those for other streams by `elsewhere`. */
  async then(...expected: readonly NewEvent[]): Promise<void> {
    const came = await this.deliberation;
    expect(came.outcome === 'decided' ? came.events.filter(({ type }) => type !== 'ReferenceIssued').map(({ type, schema, data }) => ({ type, schema, data })) : came).toEqual(expected);
  }

  async thenRefused(name: string, details?: Readonly<Record<string, unknown>>): Promise<void> {
    const came = await this.deliberation;
    expect(came.outcome === 'refused' ? came.refusal.name : came).toEqual(name);
    // A sentence whose {placeholder} nobody fills would throw in front of a user.
    if (came.outcome === 'refused') fill(this.refusals[name] ?? '', came.refusal.details);
    if (details && came.outcome === 'refused') expect(came.refusal.details).toMatchObject(details);
  }

  async thenNotFound(): Promise<void> {
    expect((await this.deliberation).outcome).toBe('not-found');
  }
}
