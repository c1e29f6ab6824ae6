import { addDays, londonDate, type Happened, type IsoDate } from '#kernel';
import { account, examineLedger, LawsOfRecord, ledgerBuckets, postingsMustBalance, trialBalance, views as declared, type Balance } from '#views';
import { readAsOf, type AnyQuestion, type AskOptions, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../../libs/platform/view-store/testing/opened-views.js';
import { waitingApplications, waitingInRegisters } from '../../contracts/domain/registers.js';
import { bucketsOfEvents, bucketsOfLimits } from '../../contracts/domain/tie.js';
import type { Office } from '../../contracts/domain/office.js';
import { bucketsOf, figuresOf } from '../figures.js';
import { file } from '../lived.js';
import { about, naiveBalances } from '../naive-model.js';
import { brokenPromises } from './invariants/index.js';

async function asked<Answer>(views: ViewStore, question: AnyQuestion<object, Answer>, input: object = {}, clocks: AskOptions = {}): Promise<Answer> {
  const came = await views.ask(question, input, { waitMilliseconds: 60_000, ...clocks });
  if (came.outcome === 'invalid') throw new Error(JSON.stringify(came.problems));
  return came.answer;
}
const held = (balances: readonly Balance[]): object =>
  Object.fromEntries(
    balances.flatMap(({ accounts }) => accounts).filter(({ balanceMinor }) => balanceMinor !== 0).map(
      ({ account: code, balanceMinor }) => [code, balanceMinor],
    ),
  );

/** Puts everything to an office that has lived that must hold of any: its laws, its ledgers, its two clocks and its views made again. */
export async function checkOffice(office: Office, below: (bound: number) => number): Promise<void> {
  promisesMustHold(office);
  lawsOfRecordMustHold(office);
  const opened = new OpenedViews();
  try {
    const store = opened.log();
    const recorded = (on: IsoDate): string => `${below(5) === 0 ? addDays(on, below(9) - 3) : on}T${below(4) === 0 ? '23' : '10'}:00:00.000Z`;
    const views = await opened.started({ store, views: declared });
    const half = { log: office.log.slice(0, Math.floor(office.log.length / 2)) } as Office;
    await file(store, half, 0, recorded);
    await views.caughtUp();
    const head = await file(store, office, half.log.length, recorded);
    await views.caughtUp();
    expect((await views.status()).views.filter(({ fault, absences, behind }) => fault !== undefined || absences > 0 || behind > 0)).toEqual([]);

    expect((await asked(views, examineLedger)).flatMap(({ name, breaches }) => breaches.map(({ where, what }) => `${name} ${where}: ${what}`))).toEqual([]);
    const now = await asked(views, trialBalance);
    expect(held(now)).toEqual(naiveBalances(office.log));
    expect(await asked(views, ledgerBuckets)).toEqual(bucketsOfLimits(office));

    // Registers take the same events by other ways.
    const [figures, buckets] = [await figuresOf(views), await bucketsOf(views)];
    expect(figures).toEqual(Object.fromEntries(Object.keys(figures).map((name) => [name, buckets[name] ?? 0])));

    // As at now is what stands, and so is as of a day when everything has taken effect.
    expect(await asked(views, trialBalance, {}, { knownAt: head })).toEqual(now);
    const lastDay = [londonDate((await store.head()).recordedAt ?? ''), ...office.log.map(({ acting }) => acting.on)].reduce((a, b) => (a > b ? a : b));
    expect(await asked(views, trialBalance, {}, await asOfDay(store, lastDay))).toEqual(now);

    for (let i = 0; i < 10; i += 1) await compareMoment(office, views, { ...(await asOfDay(store, addDays(lastDay, -below(200)))), knownAt: below(head + 1) });
    for (const award of office.issued.filter((ref) => ref.startsWith('AW') && below(10) === 0)) await compareAward(office, views, award);

    const digests = await Promise.all(declared.map(({ name }) => views.digest(name)));
    await views.rebuild();
    expect(await Promise.all(declared.map(({ name }) => views.digest(name)))).toEqual(digests);
  } finally {
    await opened.close();
  }
}

async function asOfDay(store: Parameters<typeof readAsOf>[1], day: string): Promise<AskOptions> {
  const read = await readAsOf(day, store);
  if (!read.ok) throw new Error(read.message);
  return { asOf: read.asOf };
}

/** Both clocks at once: what had taken effect by a day, of what was known at an event. The n-th event stands at position n. */
async function compareMoment(office: Office, views: ViewStore, { knownAt = 0, asOf }: AskOptions): Promise<void> {
  const then = office.log.filter(({ acting }, i) => i < knownAt && acting.on <= (asOf?.on ?? ''));
  expect({
    knownAt, asOf, held: held(await asked(views, trialBalance, {}, { knownAt, ...(asOf ? { asOf } : {}) })),
  }).toEqual({ knownAt, asOf, held: naiveBalances(then) });
}

const ofAnAward = [
  'B:Agreed', 'B:Authorised', 'B:Spent', 'P:Conditional', 'F:Liability:GrantsPayable', 'F:Clearing:PaymentsInTransit', 'F:Asset:Bank', 'F:Expense:Grants',
  'M:Unmet', 'M:Met', 'M:Pledged', 'M:Verified', 'S:Forecast', 'S:Validated', 'D:Ceiling', 'D:Left', 'D:Logged',
];
async function compareAward(office: Office, views: ViewStore, award: string): Promise<void> {
  const naive = naiveBalances(about(office.log, award));
  for (const code of ofAnAward) {
    expect({
      award, code, held: (await asked(views, account, { account: code, about: award }))?.balanceMinor,
    }).toEqual({ award, code, held: naive[code] ?? 0 });
  }
}

/** Everything that terms promise, and that limits and registers tell the same as the events, without a view. */
export function promisesMustHold(office: Office): void {
  expect(brokenPromises(office.log)).toEqual([]);
  expect(bucketsOfLimits(office)).toEqual(bucketsOfEvents(office.log));
  expect(waitingInRegisters(office)).toEqual(waitingApplications(office));
}

/** Who did what to a record, and whether every decision's postings balance, read from the events alone. */
function lawsOfRecordMustHold({ log }: Office): void {
  const laws = new LawsOfRecord();
  log.forEach(({ acting, ...event }, i) => {
    postingsMustBalance([event]);
    const [category = '', ref = ''] = event.stream.split(/-(.*)/s);
    const happened: Happened = {
      ...event, category, ref, version: 1, id: '', position: i + 1, recordedAt: '', on: acting.on,
      meta: { actor: acting.actor, ...(acting.onBehalfOf ? { onBehalfOf: acting.onBehalfOf } : {}) },
    };
    laws.take(happened);
  });
  expect(laws.breaches).toEqual([]);
}
