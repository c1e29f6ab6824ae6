import { declarations } from '#attendance';
import { londonDate } from '#kernel';
import { openInstallation, type Installation } from '#platform/installation';
import { play, type Playbook } from '#platform/playbooks';
import { readAsOf, readKnownAt } from '#platform/view-store';
import { checkLog } from '#platform/transparency';
import { wasPlayed } from '../../apps/cli/was-played.js';
import { beginningOf, demonstrationPlaybooks } from '../../apps/server/demonstration.js';
import { askingsOf, examinations } from '../support/askings.js';
import { onEveryStore } from './on-every-store.js';

/**
 * "What did the board know on that day?" Every question is asked at the end of each day of the stories, while they are
 * played, and again when all is over, as known on that day. The answers must be the same, byte for byte.
 */
const playbooks = demonstrationPlaybooks('infra/demonstration');
onEveryStore((stage, tellRoot) => {
  let house: Installation;

  const askings = askingsOf(declarations.questions.filter(({ name }) => !examinations.includes(name)));

  /** What each question answers, as text: with the day's end as "known at", or with what is known now. */
  async function answers(knownAt?: number, asOfDay?: string): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    const day = asOfDay === undefined ? undefined : await readAsOf(asOfDay, house.store);
    if (day && !day.ok) throw new Error(day.message);
    for (const { question, input } of askings) {
      if (day && !question.takesAsOf) continue;
      const came = await house.views.ask(question, input, { ...(knownAt === undefined ? {} : { knownAt }), ...(day ? { asOf: day.asOf } : {}) });
      if (came.outcome !== 'answered') throw new Error(`${question.name}: ${JSON.stringify(came)}`);
      found.set(`${question.name} ${JSON.stringify(input)}`, JSON.stringify(came.answer));
    }
    return found;
  }

  interface Day {
    readonly day: string;
    readonly then: ReadonlyMap<string, string>;
    readonly soThen: ReadonlyMap<string, string>;
  }
  const days: Day[] = [];
  /** Every day where all lies in files, each fourth elsewhere, where the days differ by nothing but the store; TALLYSTICK_EVERY_DAY=1 asks all. */
  const isAsked = (nth: number): boolean => stage().settings.EVENT_STORE_URL === undefined || process.env['TALLYSTICK_EVERY_DAY'] === '1' || nth % 4 === 0;
  let ended = 0;

  /** Plays a book step by step and, before the first step of a new day, asks what was known at the end of the last. */
  async function playDayByDay(playbook: Playbook): Promise<void> {
    let last = '';
    const landed = new Set<Promise<unknown>>();
    const endOfDay = async (): Promise<void> => {
      await Promise.all(landed);
      landed.clear();
      ended += 1;
      if (!isAsked(ended)) return;
      await house.views.caughtUp();
      days.push({ day: last, then: await answers(), soThen: await answers(undefined, last) });
    };
    const run: typeof house.engine.run = async (command, input, context) => {
      const today = londonDate(context.recordedAt ?? '');
      if (last !== '' && today !== last) await endOfDay();
      last = today;
      const running = house.engine.run(command, input, context);
      landed.add(running);
      return running;
    };
    const report = await play(playbook, { kind: house.kind, run, wasPlayed: wasPlayed(house.store) }, { window: 1 });
    if (report.stopped) throw new Error(`${report.stopped.file}:${report.stopped.line}: ${report.stopped.reason}`);
    await endOfDay();
  }

  beforeAll(async () => {
    const recordedAt = beginningOf(playbooks);
    house = await openInstallation({ ...stage(), kind: 'demonstration', declarations, ...(recordedAt === undefined ? {} : { recordedAt }) });
    for (const playbook of playbooks) await playDayByDay(playbook);
  }, 240_000);
  afterAll(() => house.close());

  it('comes to the same root wherever it is kept', async () => tellRoot((await checkLog(house.store)).root));

  it('asks something of every question there is', () => {
    const asked = new Set(askings.map(({ question }) => question.name));
    expect(declarations.questions.map(({ name }) => name).filter((name) => !asked.has(name) && !examinations.includes(name))).toEqual([]);
  });

  it('knows at the end what was known on every day of the stories, as it was known', async () => {
    expect(ended).toBeGreaterThan(80);
    expect(days.length).toBeGreaterThanOrEqual(Math.floor(ended / 4));
    for (const { day, then } of days) {
      const at = await readKnownAt(day, house.store);
      if (!at.ok) throw new Error(at.message);
      expect({ day, answers: Object.fromEntries(await answers(at.position)) }).toEqual({ day, answers: Object.fromEntries(then) });
    }
  }, 240_000);

  it('knows at the end what was so on every day, as far as it was known on that day', async () => {
    for (const { day, soThen } of days) {
      const at = await readKnownAt(day, house.store);
      if (!at.ok) throw new Error(at.message);
      expect({ day, answers: Object.fromEntries(await answers(at.position, day)) }).toEqual({ day, answers: Object.fromEntries(soThen) });
    }
  }, 240_000);
});
