import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyQuestion } from '#platform/view-store';
import { fieldsOf, londonDate } from '#kernel';
import { openInstallation, type Installation } from '#platform/installation';
import { play, type Playbook } from '#platform/playbooks';
import { readAsOf, readKnownAt } from '#platform/view-store';
import { declarations } from '../../apps/cli/declarations.js';
import { wasPlayed } from '../../apps/cli/was-played.js';
import { beginningOf, demonstrationPlaybooks } from '../../apps/server/demonstration.js';

/**
 * "What did the board know on that day?" Every question is asked at the end of each day of the stories, while they are
 * played, and again when all is over, as known on that day. The answers must be the same, byte for byte.
 */
const folder = mkdtempSync(join(tmpdir(), 'tallystick-each-day-'));
const playbooks = demonstrationPlaybooks('infra/demonstration');
let house: Installation;

interface Asking {
  readonly question: AnyQuestion;
  readonly input: object;
}
/** Every question that can be asked without saying about what, and those about a thing for a few things of each story. */
const subjects: Readonly<Record<string, readonly (string | number)[]>> = {
  award: ['AW-2012-002', 'AW-2014-004', 'AW-2016-021'],
  programme: ['FUTURE', 'PRODEXP', 'BEHAVIOURAL'],
  payment: ['PY-2012-001', 'PY-2017-001'],
  round: ['RD-2012-001', 'RD-2016-002'],
  application: ['AP-2012-001', 'AP-2016-020'],
  saving: ['SV-2017-001'],
  organisation: ['OR-2012-002'],
  account: ['B:Agreed', 'B:Spent', 'M:Unmet', 'F:Asset:Bank', 'S:Forecast'],
  person: ['person:demo-finance-officer'],
  words: ['Leeds', 'AW-2016'],
  event: [150, 900],
  position: [150, 900],
  about: ['AW-2016-021', 'PRODEXP'],
};
/** What looks at the whole of the log, so that its answers grow with it: asked by `tally check`, not each day. */
const examinations = ['examine-ledger', 'ledger-buckets'];

const askings: readonly Asking[] = declarations.questions
  .filter(({ name }) => !examinations.includes(name))
  .flatMap((question): readonly Asking[] => {
    const required = [...fieldsOf(question.input)].filter(([, spec]) => spec.required).map(([key]) => key);
    if (required.length === 0) return [{ question, input: {} }];
    const [key = ''] = required;
    return required.length === 1 ? (subjects[key] ?? []).map((subject) => ({ question, input: { [key]: subject } })) : [];
  });

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

/** Plays a book step by step and, before the first step of a new day, asks what was known at the end of the last. */
async function playDayByDay(playbook: Playbook): Promise<void> {
  let last = '';
  const landed = new Set<Promise<unknown>>();
  const endOfDay = async (): Promise<void> => {
    await Promise.all(landed);
    landed.clear();
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
  house = await openInstallation({ folder, kind: 'demonstration', declarations, ...(recordedAt === undefined ? {} : { recordedAt }) });
  for (const playbook of playbooks) await playDayByDay(playbook);
}, 240_000);
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

it('asks something of every question there is', () => {
  const asked = new Set(askings.map(({ question }) => question.name));
  expect(declarations.questions.map(({ name }) => name).filter((name) => !asked.has(name) && !examinations.includes(name))).toEqual([]);
});

it('knows at the end what was known on every day of the stories, as it was known', async () => {
  expect(days.length).toBeGreaterThan(80);
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
