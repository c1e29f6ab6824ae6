import { randomUUID } from 'node:crypto';
import { addDays, readInput, toDate, toPerson, type Acting, type CommandDeclaration, type IsoDate } from '#kernel';
import { commands } from '#domain';
import type { EventStore } from '#platform/event-store';
import type { AnyQuestion, ViewStore } from '#platform/view-store';
import { fullLife } from '../contracts/domain/full-life.js';
import { drawInput } from '../contracts/domain/inputs.js';
import { Office } from '../contracts/domain/office.js';

const people = ['officer', 'clerk', 'treasurer'];
/** What carries an award towards its payment is drawn often, or few would live to be paid; new awards come less often, because inputs name the latest ones. */
const weights: readonly (readonly [RegExp, number])[] = [
  [/Agreement|AgreeAmount|ProposeAmount|MatchCondition|Match$|Payment|ApproveAward/, 12],
  [/Nominate|RecommendAward/, 6],
  [/SetBudget|ReduceBudget|Round|Offer|Pledge|DeclineAward|WithdrawAward|CloseAward|RecordDecision/, 1],
];
const drawn = commands.flatMap((command) => Array.from({ length: weights.find(([name]) => name.test(command.name))?.[1] ?? 0 }, () => command));

async function attempt(office: Office, command: CommandDeclaration, input: object, acting: Acting): Promise<boolean> {
  const reading = readInput(command.input, input);
  if (!reading.ok) throw new Error(`${command.name} was written wrongly: ${JSON.stringify(reading.problems)}`);
  return (await office.run(command, reading.value, acting)).outcome === 'decided';
}

/** Every command once, in an order that works. */
export async function aFullLife(): Promise<Office> {
  const office = await Office.founded();
  for (const { command: name, input, by, on, refused } of fullLife) {
    const command = commands.find((each) => each.name === name);
    if (!command || (await attempt(office, command, input, { actor: toPerson(by), role: 'anyone', on: toDate(on) })) === (refused !== undefined)) throw new Error(`${name} did not work`);
  }
  return office;
}

/** Goes on with so many commands drawn at random; most are refused, as in life, and tried again in other words. */
export async function goOn(office: Office, steps: number, next: () => number): Promise<void> {
  const below = (bound: number): number => next() % bound;
  const references = (prefix: string): readonly string[] => office.issued.filter((ref) => ref.startsWith(prefix));
  for (let step = 0; step < steps; step += 1) {
    const command = drawn[below(drawn.length)] as CommandDeclaration;
    for (let tries = 8; tries > 0; tries -= 1) {
      const acting: Acting = { actor: toPerson(people[below(people.length)] as string), role: 'anyone', on: addDays(toDate('2012-05-02'), Math.floor(step / 5) + below(10)) };
      if (await attempt(office, command, drawInput(command.input, { below, references }), acting)) break;
    }
  }
}

/** Says when what takes effect on a day was recorded (ISO instant); by default at noon of that day. */
export type Recorded = (on: IsoDate) => string;
const atNoon: Recorded = (on) => `${on}T12:00:00.000Z`;

/** Files what happened in an office from event `from` on, and says where the log ends. The log never goes back, so some of it is late. */
export async function file(store: EventStore, { log }: Office, from = 0, recorded: Recorded = atNoon): Promise<number> {
  const events = log.slice(from).map(({ stream, type, schema, data, acting: { on, actor } }) => ({ id: randomUUID(), stream, type, schema, effectiveOn: on, meta: { actor }, data }));
  for (let i = 0; i < events.length; ) {
    const on = events[i]?.effectiveOn;
    let end = i + 1;
    while (end < events.length && end - i < 500 && events[end]?.effectiveOn === on) end += 1;
    await store.append({ events: events.slice(i, end), expects: [], recordedAt: recorded(on as IsoDate) });
    i = end;
  }
  return (await store.head()).position;
}

/** How an office comes to record what it did. */
export const recordings = ['on the day', 'mostly on the day', 'years later'] as const;

/** When each day's events are recorded: on it, a few days about it, or all of them on one night that is a new day in London already. */
export const recordedBy = (recording: (typeof recordings)[number], next: () => number): Recorded => (on) => {
  if (recording === 'years later') return '2019-03-31T23:30:00.000Z';
  return `${recording === 'on the day' ? on : addDays(on, (next() % 7) - 3)}T${next() % 2 === 0 ? '09' : '23'}:00:00.000Z`;
};

/** What a question answers; throws where the input is not one. */
export async function answerOf<Answer>(views: ViewStore, question: AnyQuestion<object, Answer>, input: object, clocks: Parameters<ViewStore['ask']>[2]): Promise<Answer> {
  const came = await views.ask(question, input, clocks);
  if (came.outcome === 'invalid') throw new Error(JSON.stringify(came.problems));
  return came.answer;
}
