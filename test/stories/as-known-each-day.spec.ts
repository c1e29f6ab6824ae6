import { declarations } from '#attendance';
import { londonDate } from '#kernel';
import type { Installation } from '#platform/installation';
import { merged, play, type Playbook } from '#platform/playbooks';
import { readAsOf, readKnownAt } from '#platform/view-store';
import { checkLog } from '#platform/transparency';
import { wasPlayed } from '../../apps/cli/was-played.js';
import { askingsOf, examinations } from '../support/askings.js';
import { openDemonstration } from '../support/demonstration-house.js';
import { everyPlaybook } from '../support/every-playbook.js';
import { onEveryStore } from './on-every-store.js';

/**
 * "What did the board know on that day?" Questions are asked at the end of each day of the stories, while they are played, and again when
 * all is over, as known on that day. The answers must be the same, byte for byte. Each day is asked some of the questions, and in turn all.
 */
const playbooks = everyPlaybook();
onEveryStore((stage, tellRoot) => {
  let house: Installation;

  const askings = askingsOf(declarations.questions.filter(({ name }) => !examinations.includes(name)));

  /** One in so many questions on each day, fewer where not all lies in files: the days differ by nothing but the store. TALLYSTICK_EVERY_DAY=1 asks all. */
  const turns = (): number => (process.env['TALLYSTICK_EVERY_DAY'] === '1' ? 1 : stage().settings.EVENT_STORE_URL === undefined ? 12 : 48);

  /** What each question whose turn it is answers, as text: with the day's end as "known at", or with what is known now. */
  async function answers(nth: number, knownAt?: number, asOfDay?: string): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    const day = asOfDay === undefined ? undefined : await readAsOf(asOfDay, house.store);
    if (day && !day.ok) throw new Error(day.message);
    for (const [index, { question, input }] of askings.entries()) {
      if (index % turns() !== nth % turns() || (day && !question.takesAsOf)) continue;
      const came = await house.views.ask(question, input, { ...(knownAt === undefined ? {} : { knownAt }), ...(day ? { asOf: day.asOf } : {}) });
      if (came.outcome !== 'answered') throw new Error(`${question.name}: ${JSON.stringify(came)}`);
      found.set(`${question.name} ${JSON.stringify(input)}`, JSON.stringify(came.answer));
    }
    return found;
  }

  interface Day {
    readonly day: string;
    readonly nth: number;
    readonly then: ReadonlyMap<string, string>;
    readonly soThen: ReadonlyMap<string, string>;
  }
  const days: Day[] = [];
  let ended = 0;

  /** Plays all books step by step and, before the first step of a new day, asks what was known at the end of the last. */
  async function playDayByDay(playbook: Playbook): Promise<void> {
    let last = '';
    const landed = new Set<Promise<unknown>>();
    const endOfDay = async (): Promise<void> => {
      await Promise.all(landed);
      landed.clear();
      ended += 1;
      await house.views.caughtUp();
      days.push({ day: last, nth: ended, then: await answers(ended), soThen: await answers(ended, undefined, last) });
    };
    const run: typeof house.engine.run = async (command, input, context) => {
      const today = londonDate(context.recordedAt ?? '');
      if (last !== '' && today !== last) await endOfDay();
      last = today;
      const running = house.engine.run(command, input, context);
      landed.add(running);
      return running;
    };
    const report = await play(playbook, { kind: house.kind, run, wasPlayed: wasPlayed(house.store) });
    if (report.stopped) throw new Error(`${report.stopped.file}:${report.stopped.line}: ${report.stopped.reason}`);
    await endOfDay();
  }

  beforeAll(async () => {
    house = await openDemonstration(playbooks, stage());
    await playDayByDay(merged(playbooks));
  }, 240_000);
  afterAll(() => house.close());

  it('comes to the same root wherever it is kept', async () => tellRoot((await checkLog(house.store)).root));

  it('asks something of every question there is', () => {
    const asked = new Set(askings.map(({ question }) => question.name));
    expect(declarations.questions.map(({ name }) => name).filter((name) => !asked.has(name) && !examinations.includes(name))).toEqual([]);
  });

  it('has something to say to every question that was not there before the first story', async () => {
    const told = new Set<string>();
    for (const { question, input } of askings) {
      const [before, after] = [await house.views.ask(question, input, { knownAt: 1 }), await house.views.ask(question, input, {})];
      const [was, is] = [before, after].map((came) => JSON.stringify(came.outcome === 'answered' && came.answer));
      if (was !== is) told.add(question.name);
    }
    const silent = new Set(askings.map(({ question }) => question.name).filter((name) => !told.has(name)));
    // No story invites bodies by name, and none has a year that waits for its approval: test/ledgers/parts-of-awards.spec.ts has one.
    expect([...silent]).toEqual(['admission', 'conditional']);
  }, 60_000);

  it('knows at the end what was known on every day of the stories, as it was known', async () => {
    expect(days.length).toBeGreaterThan(240);
    for (const { day, nth, then } of days) {
      const at = await readKnownAt(day, house.store);
      if (!at.ok) throw new Error(at.message);
      expect({ day, answers: Object.fromEntries(await answers(nth, at.position)) }).toEqual({ day, answers: Object.fromEntries(then) });
    }
  }, 240_000);

  it('knows at the end what was so on every day, as far as it was known on that day', async () => {
    for (const { day, nth, soThen } of days) {
      const at = await readKnownAt(day, house.store);
      if (!at.ok) throw new Error(at.message);
      expect({ day, answers: Object.fromEntries(await answers(nth, at.position, day)) }).toEqual({ day, answers: Object.fromEntries(soThen) });
    }
  }, 240_000);
});
