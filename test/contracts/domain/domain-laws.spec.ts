import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { addDays, deliberate, fill, readInput, toDate, toPerson, type Acting, type CommandDeclaration, type Deliberation } from '#kernel';
import { commands, streams } from '#domain';
import { canonicalJson } from '#platform/event-store';
import { fullLife } from './full-life.js';
import { drawInput } from './inputs.js';
import { numbersFrom } from './numbers-from.js';
import { Office } from './office.js';
import { waitingApplications, waitingInRegisters } from './registers.js';
import { bucketsOfEvents, bucketsOfLimits } from './tie.js';

/** What carries an award towards its payment is drawn often, or few would live to be paid. */
const often = /Amount|Agreement|Offer|Match$|Pledge|Payment|^(Nominate|RecordDecision|RecommendAward|ApproveAward|CloseAward)$/;
const drawn = commands.flatMap((command) => Array.from({ length: often.test(command.name) ? 15 : 2 }, () => command));
const people = ['officer', 'clerk', 'treasurer', 'secretary', 'director'];
const steps = 500;

function named(name: string | undefined): CommandDeclaration {
  const command = commands.find((each) => each.name === name);
  if (!command) throw new Error(`There is no command ${String(name)}`);
  return command;
}

/** Runs one command, puts the laws to it, and says what came of it. */
async function run(office: Office, command: CommandDeclaration, raw: object, acting: Acting): Promise<Deliberation> {
  const reading = readInput(command.input, raw);
  if (!reading.ok) throw new Error(`${command.name} was drawn wrongly: ${JSON.stringify(reading.problems)}`);
  const before = await deliberate(command, reading.value, acting, office.fold);
  const came = await office.run(command, reading.value, acting);
  // A hundred thousand comparisons: `expect` is called only for one that fails.
  if (!isDeepStrictEqual(came, before)) expect(came).toEqual(before);
  if (came.outcome === 'decided') {
    for (const { of, type, data } of came.events) {
      canonicalJson(data);
      expect(of.events[type]?.say(data)).not.toMatch(/undefined|NaN|\{|^$/);
    }
  }
  if (came.outcome === 'refused') expect(fill(command.refusals[came.refusal.name] as string, came.refusal.details)).not.toMatch(/undefined|NaN|\{/);
  return came;
}

async function play(office: Office): Promise<void> {
  for (const { command, input, by, on, refused } of fullLife) {
    const came = await run(office, named(command), input, { actor: toPerson(by), role: 'anyone', on: toDate(on) });
    expect({ command, input, came: came.outcome === 'refused' ? came.refusal.name : came.outcome }).toEqual({ command, input, came: refused ?? 'decided' });
  }
}

/** Goes on at random from what was played. */
async function work(office: Office, seed: number): Promise<void> {
  const draw = { below: numbersFrom(seed), references: (prefix: string) => office.issued.filter((ref) => ref.startsWith(prefix)) };
  for (let step = 0; step < steps; step += 1) {
    const command = drawn[draw.below(drawn.length)] as CommandDeclaration;
    const tries = often.test(command.name) ? 8 : 1;
    for (let tried = 0; tried < tries; tried += 1) {
      // Most days follow one another; some things are recorded late.
      const acting: Acting = { actor: toPerson(people[draw.below(people.length)] as string), role: 'anyone', on: addDays(toDate('2012-05-02'), Math.floor(step / 5) + draw.below(10)) };
      if ((await run(office, command, drawInput(command.input, draw), acting)).outcome === 'decided') break;
    }
    if (step % 25 === 0) {
      expect(bucketsOfLimits(office)).toEqual(bucketsOfEvents(office.log));
      expect(waitingInRegisters(office)).toEqual(waitingApplications(office));
    }
  }
}

describe('a full life of awards', () => {
  it('goes through every command, and its limits tie to its events', async () => {
    const office = await Office.founded();
    await play(office);
    expect(bucketsOfLimits(office)).toEqual(bucketsOfEvents(office.log));
    expect(commands.map(({ name }) => name).filter((name) => !fullLife.some(({ command }) => command === name))).toEqual([]);
    // Whoever gives a place back calls the next in the same append: this one closes the gap when somebody joins at that moment, and its spec tries that.
    expect(fullLife.filter(({ refused }) => refused !== undefined).map(({ command }) => command)).toEqual(['AdvanceWaitingList']);
  });
});

describe('whatever an office does next', () => {
  it('the same question gets the same answer, every event can be stored and said, limits tie to events, and histories fold alike in parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const office = await Office.founded();
        await play(office);
        await work(office, seed);
        for (const [name, kept] of office.streams) {
          const { state: whole } = office.now(name);
          expect(Office.evolved(kept, kept.of.initial, 0)).toEqual(whole);
          const split = Math.floor(kept.events.length / 2);
          expect(Office.evolved(kept, Office.evolved(kept, kept.of.initial, 0, split), split)).toEqual(whole);
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 60_000);
});

describe('every command', () => {
  it.each(commands.map((command) => [command.name, command] as const))('%s has a sentence, a permission and its own name', (name, { summary, permission, refusals }) => {
    expect(summary).toMatch(/^[A-Z].*[^.]\.$/);
    expect(permission).toMatch(/^[a-z]+:[a-z]+(-[a-z]+)*$/);
    expect(commands.filter((each) => each.name === name)).toHaveLength(1);
    for (const sentence of Object.values(refusals)) expect(sentence).toMatch(/^([A-Z]|\{).*[^.]$/);
  });
});

describe('every stream', () => {
  it('has its own name, and so has every event', () => {
    const events = streams.flatMap((each) => Object.keys(each.events));
    expect(new Set(streams.map(({ category }) => category)).size).toBe(streams.length);
    expect(events.filter((name, i) => events.indexOf(name) !== i)).toEqual([]);
  });
});
