import { commands } from '#domain';
import { maySignInAs } from '#domain/people';
import { awardLimit, fundLimit, left, limit, placesLimit, roundLimit } from '#domain/limits';
import { numbered, streamName, toCode, toDate, toReference } from '#kernel';
import type { Outcome } from '#platform/engine';
import type { RecordedEvent } from '#platform/event-store';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { openInstallation } from '#platform/installation';
import { play, readPlaybook } from '#platform/playbooks';
import { aFund, aSignedAward, recommendedAwards } from '../../apps/cli/bench/made-up.js';
import { wasPlayed } from '../../apps/cli/was-played.js';
import { complaintsAbout, everyEvent } from '../support/log-witness.js';
import { SourceProcess } from '../support/source-process.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { withoutViews } from '../support/without-views.js';

const callers = 32;
const spender = new URL('../support/spender.ts', import.meta.url);

interface Race {
  readonly of: string;
  /** With so many pounds, or places. */
  readonly scene: (last: number) => string;
  readonly command: string;
  readonly role: string;
  /** For each of the two processes: one input for all its callers, or one for each. */
  readonly inputs: (process: number) => readonly object[];
  readonly calls: number;
  readonly refusal: string;
  readonly limitRef: string;
  readonly bucket: string;
}

const fund: Race = {
  of: 'a fund’s pounds', scene: (pounds) => aFund(`£${pounds}.00`), command: 'OpenRound', role: 'programme-manager', refusal: 'fund-is-too-small',
  inputs: () => [{ programme: 'MEASURE', name: 'One more', fund: 'MEASURED', financialYear: 'FY1213', allocation: '£1.00' }], calls: 3,
  limitRef: fundLimit(toCode('MEASURED'), 'FY1213'), bucket: 'available',
};
const award: Race = {
  of: 'an award’s pounds', scene: (pounds) => aSignedAward(`£${pounds}.00`), command: 'AuthorisePayment', role: 'finance-officer', refusal: 'over-agreed-amount',
  inputs: () => [{ award: 'AW-2012-001', amount: '£1.00' }], calls: 3,
  limitRef: awardLimit(toReference('AW', 'AW-2012-001')), bucket: 'agreed',
};

/** Each caller approves an award of its own, so that nothing but the limits stands between them. */
const round: Race = {
  of: 'a round’s pounds', scene: (pounds) => recommendedAwards(`£${pounds}.00`, 2 * callers), command: 'ApproveAward', role: 'programme-manager', refusal: 'round-is-too-small',
  inputs: (process) =>
    Array.from({ length: callers }, (_, caller) => ({ award: numbered('AW', '2012', process * callers + caller + 1), ceiling: '£1.00', authority: { kind: 'delegated', body: 'lead-members', minute: '2' } })),
  calls: 1,
  limitRef: roundLimit(toReference('RD', 'RD-2012-001')), bucket: 'allocated',
};

/** The same where money is plenty and the round has room for so many awards. */
const places: Race = {
  ...round, of: 'a round’s places', refusal: 'no-place-left', limitRef: placesLimit(toReference('RD', 'RD-2012-001')), bucket: 'open',
  scene: (most) =>
    recommendedAwards('£1,000.00', 2 * callers, { scheme: { support: [{ kind: 'cash' }], money: { kind: 'ceiling', upTo: '£1.00' }, capacity: { planned: most, most, waitingList: true } } }),
};

/** What a limit's bucket held after each event of its stream. */
function heldOverTime(events: readonly RecordedEvent[], { limitRef, bucket }: Race): readonly number[] {
  let state = limit.initial;
  return events.filter(({ stream }) => stream === streamName(limit, limitRef)).map(({ type, data, version }) => {
    state = limit.evolve(state, { type, data: data as object }, { ref: limitRef, version, on: toDate('2012-05-01'), by: 'person:caller' });
    return left(state, bucket);
  });
}

describe('two processes, each with 32 callers, that want the last of the same thing', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(() => folder.remove());

  async function set(scene: string): Promise<void> {
    const { store, engine, kind, close } = await openInstallation({ folder: folder.path('data'), declarations: withoutViews, kind: 'demonstration', recordedAt: '2012-01-01T12:00:00.000Z' });
    const reading = readPlaybook('scene.jsonl', scene, commands, maySignInAs);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const report = await play(reading.value, { kind, run: engine.run.bind(engine), wasPlayed: wasPlayed(store) });
    await close();
    expect(report).not.toHaveProperty('stopped');
  }

  test.each([
    { ...fund, last: 1 }, { ...fund, last: 40 }, { ...award, last: 1 }, { ...award, last: 40 }, { ...round, last: 1 }, { ...round, last: 40 }, { ...places, last: 1 }, { ...places, last: 40 },
  ])('take the last $last of $of exactly once, and everybody else is told that it is gone', async ({ last, ...race }) => {
    await set(race.scene(last));
    const both = [0, 1].map((process) => {
      const args = [folder.path('data'), race.command, race.role, JSON.stringify(race.inputs(process)), String(callers), String(race.calls)];
      return new SourceProcess<Outcome | { readonly ready: true }>(folder.path(`said-${process}.jsonl`), spender, ...args);
    });
    await Promise.all(both.map((each) => each.hasBegun()));
    for (const each of both) each.go();
    await Promise.all(both.map((each) => each.finished()));

    const outcomes = both.flatMap((each) => each.lines()).filter((line): line is Outcome => 'outcome' in line);
    const ended = Map.groupBy(outcomes, (outcome) => (outcome.outcome === 'refused' ? outcome.refusal : outcome.outcome));
    expect(Object.fromEntries([...ended].map(([how, { length }]) => [how, length]))).toEqual({ done: last, [race.refusal]: 2 * callers * race.calls - last });

    const file = folder.path('data/events.db');
    const store = await openSqliteEventStore({ file });
    const events = await everyEvent(store);
    const spent = events.filter(({ meta, type, stream }) => meta['command'] === race.command && type === 'LimitMoved' && stream === streamName(limit, race.limitRef));
    expect(spent).toHaveLength(last);
    const held = heldOverTime(events, race);
    expect(Math.min(...held)).toBe(0);
    expect(held.at(-1)).toBe(0);
    expect(await complaintsAbout(file, store)).toEqual([]);
    await store.close();
  }, 60_000);
});
