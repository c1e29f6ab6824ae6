import { decide, event, gbp, handsShown, money, refuse, stream, text, toDate, toPerson, type Money } from '#kernel';
import { memoryAccessLog, roleTable } from '#platform/access';
import { systemClock } from '#platform/event-store';
import { MemoryLog, openMemoryEventStore } from '#platform/event-store-memory';
import { Engine, type RunContext } from './index.js';
import { farStore } from './testing/far-store.js';

const Opened = event('Opened', { fields: { amount: money('Amount') }, sentence: 'Opened with {amount}' });
const Spent = event('Spent', { fields: { amount: money('Amount') }, sentence: 'Spent {amount}' });
const purse = stream('purse', { events: { Opened, Spent }, initial: { left: undefined as number | undefined } }).evolvedBy({
  Opened: (_, { amount }) => ({ left: amount.minor }),
  Spent: ({ left = 0 }, { amount }) => ({ left: left - amount.minor }),
});
class OpenPurse {
  @text('Purse') purse!: string;
  @money('Amount') amount!: Money;
}
class Spend {
  @text('Purse') purse!: string;
  @money('Amount') amount!: Money;
}
const openPurse = decide(purse, OpenPurse, {
  summary: 'Open a purse.', permission: 'fund:open', ref: (input) => input.purse, begins: 'named',
  refusals: { 'purse-is-open': 'This purse is open already' },
  rule: ({ left }, { amount }) => (left === undefined ? [Opened({ amount })] : refuse('purse-is-open')),
});
const spend = decide(purse, Spend, {
  summary: 'Spend from a purse.', permission: 'fund:open', ref: (input) => input.purse,
  refusals: { 'purse-is-empty': 'The purse has {left} pence left' },
  rule: ({ left = 0 }, { amount }) => (amount.minor > left ? refuse('purse-is-empty', { left }) : [Spent({ amount })]),
});

const finance: RunContext = { actor: toPerson('demo-finance-officer'), role: 'finance-officer' };
const auditor: RunContext = { actor: toPerson('demo-auditor'), role: 'auditor' };
const input = { purse: 'p', amount: '£1.00' };
describe.each(['near', 'far'] as const)('the engine over a log that is %s', (distance) => {
  function opened(log = new MemoryLog(), kind: 'live' | 'demonstration' = 'live') {
    const near = openMemoryEventStore({ log });
    const store = distance === 'far' ? farStore(near) : near;
    const access = memoryAccessLog();
    return { log, store, access, engine: new Engine({ store, access, clock: systemClock, authority: roleTable({ 'finance-officer': ['fund:open'] }), kind }) };
  }
  const withPounds = async (pounds: number, log = new MemoryLog()) => {
    const house = opened(log);
    await house.engine.run(openPurse, { purse: 'p', amount: { minor: pounds * 100, currency: 'GBP' } }, finance);
    return house;
  };

  it('stores what the rule decided, with who, in which role, on which facts', async () => {
    const { engine, store } = opened();
    expect(await engine.run(openPurse, input, { ...finance, key: 'k' })).toMatchObject({ outcome: 'done', reference: 'p', position: 1, repeated: false });
    const [event] = (await store.readAll({ after: 0, limit: 1 })).events;
    expect(event).toMatchObject({ stream: 'purse-p', type: 'Opened', data: { amount: gbp(100) }, meta: { actor: 'person:demo-finance-officer', role: 'finance-officer', command: 'OpenPurse', facts: 'purse-p@0' } });
  });

  it('stores nothing that its own stream could not take: nobody could read that stream again', async () => {
    const { engine, store } = opened();
    const brittle = stream('brittle', { events: { Opened }, initial: 0 }).evolvedBy({
      Opened(count) {
        if (count > 0) throw new Error('That is one too many');
        return count + 1;
      },
    });
    const open = decide(brittle, OpenPurse, { summary: 'Open.', permission: 'fund:open', ref: (asked) => asked.purse, begins: 'named', refusals: {}, rule: (_, { amount }) => [Opened({ amount })] });
    await engine.run(open, input, finance);
    await expect(engine.run(open, input, finance)).rejects.toThrow('That is one too many');
    expect((await store.readStream('brittle-p')).version).toBe(1);
    expect((await store.head()).position).toBe(1);
  });

  it('tells a state in whose name something was done, at once and after a restart', async () => {
    const lender = toPerson('lender');
    const book = stream('book', { events: { Opened }, initial: [] as readonly string[] }).evolvedBy({ Opened: (hands, _, about) => [...hands, ...handsShown(about.by, about)] });
    const write = decide(book, OpenPurse, { summary: 'Write.', permission: 'fund:open', ref: (asked) => asked.purse, begins: 'named', refusals: {}, rule: (_, { amount }) => [Opened({ amount })] });
    const { store, log, access } = opened();
    const parts = { store, access, clock: systemClock, kind: 'live' as const };
    const engine = new Engine({ ...parts, authority: () => Promise.resolve({ granted: true, onBehalfOf: lender }) });
    await engine.run(write, input, finance);
    for (const each of [engine, opened(log).engine]) expect(await each.stateOf(book, 'p')).toEqual([finance.actor, lender]);
  });

  it('stores nothing when a law for decisions would be broken', async () => {
    const { store, access } = opened();
    const even = (events: readonly { readonly data: unknown }[]): void => {
      for (const { data } of events) if ((data as { amount: Money }).amount.minor % 2 === 1) throw new Error('An odd number of pence');
    };
    const engine = new Engine({ store, access, clock: systemClock, authority: roleTable({ 'finance-officer': ['fund:open'] }), kind: 'live', assertions: [even] });
    await expect(engine.run(openPurse, { purse: 'p', amount: '£1.01' }, finance)).rejects.toThrow('An odd number of pence');
    expect((await store.head()).position).toBe(0);
    expect(await engine.run(openPurse, { purse: 'p', amount: '£1.02' }, finance)).toMatchObject({ outcome: 'done' });
  });

  it('denies what a role does not hold, says who does, and notes it', async () => {
    const { engine, access } = opened();
    expect(await engine.run(openPurse, input, auditor)).toEqual({
      outcome: 'not-permitted', permission: 'fund:open', heldBy: ['finance-officer'], because: 'The role auditor may not do this: fund:open is held by finance-officer',
    });
    expect(access.entries).toMatchObject([{ actor: 'person:demo-auditor', asked: 'OpenPurse', outcome: 'not-permitted', because: 'fund:open' }]);
  });

  it('tells a wrong input, a missing thing and a refusal apart, and stores none of them', async () => {
    const { engine, log } = await withPounds(1);
    expect(await engine.run(spend, { purse: 'p', amount: 1 }, finance)).toMatchObject({ outcome: 'invalid', problems: [{ field: 'amount' }] });
    expect(await engine.run(spend, { ...input, purse: 'q' }, finance)).toEqual({ outcome: 'not-found', what: 'There is no purse q' });
    expect(await engine.run(spend, { ...input, amount: '£1.01' }, finance)).toMatchObject({ outcome: 'refused', refusal: 'purse-is-empty', sentence: 'The purse has 100 pence left' });
    expect(log.head()).toBe(1);
  });

  it('comes to the same result for the same key, however often and however close together', async () => {
    const { engine, log } = await withPounds(9);
    const all = await Promise.all(Array.from({ length: 8 }, () => engine.run(spend, input, { ...finance, key: 'once' })));
    expect(all.filter((each) => each.outcome === 'done' && each.repeated)).toHaveLength(7);
    expect(new Set(all.map((each) => (each.outcome === 'done' ? each.position : each.outcome)))).toEqual(new Set([2]));
    expect(log.head()).toBe(2);
  });

  it('remembers a key after a restart, and names the field that differs', async () => {
    const { engine, log } = await withPounds(9);
    await engine.run(spend, input, { ...finance, key: 'once' });
    const again = opened(log).engine;
    expect(await again.run(spend, input, { ...finance, key: 'once' })).toMatchObject({ outcome: 'done', reference: 'p', repeated: true });
    expect(await again.run(spend, { ...input, amount: '£2.00' }, { ...finance, key: 'once' })).toEqual({ outcome: 'key-reused', differs: 'amount' });
    expect(await again.run(spend, { ...input, amount: '£1.00' }, { ...finance, key: 'once', on: toDate('2012-06-13') })).toEqual({ outcome: 'key-reused', differs: 'on' });
    expect(log.head()).toBe(2);
  });

  it('spends the last pound once, whoever of 32 callers in two engines over one log gets it', async () => {
    const one = await withPounds(5);
    const two = opened(one.log);
    const outcomes = await Promise.all(Array.from({ length: 32 }, (_, i) => (i % 2 ? one : two).engine.run(spend, input, finance)));
    expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(5);
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toHaveLength(27);
    expect(one.log.head()).toBe(6);
  });

  it('decides again, and does not fail, where what it remembered contradicts what another process stored since', async () => {
    const strict = stream('strict', { events: { Opened, Spent }, initial: undefined as number | undefined }).evolvedBy({
      Opened: (_, { amount }) => amount.minor,
      Spent(left, { amount }) {
        if (left === undefined) throw new Error('Nothing was opened');
        return left - amount.minor;
      },
    });
    const open = decide(strict, OpenPurse, { summary: 'Open.', permission: 'fund:open', ref: (asked) => asked.purse, begins: 'named', refusals: {}, rule: (_, { amount }) => [Opened({ amount })] });
    const both = decide(purse, Spend, {
      summary: 'Spend from both.', permission: 'fund:open', ref: (asked) => asked.purse, refusals: {},
      facts: async (read, asked) => ({ beside: await read.ifAny(strict, asked.purse) }),
      rule: (_, { amount }, { facts }) => [Spent({ amount }), facts.beside.append(Spent({ amount }))],
    });
    const one = await withPounds(9);
    const two = opened(one.log);
    expect(await two.engine.stateOf(strict, 'p')).toBeUndefined();
    await one.engine.run(open, { ...input, amount: '£5.00' }, finance);
    expect(await two.engine.run(both, input, finance)).toMatchObject({ outcome: 'done' });
    expect(await one.engine.stateOf(strict, 'p')).toBe(400);
  });

  it('rehearses without storing, and refuses on what another process stored meanwhile', async () => {
    const one = await withPounds(1);
    const two = opened(one.log);
    expect(await one.engine.run(spend, input, { ...finance, rehearse: true })).toMatchObject({ outcome: 'done', position: 0 });
    expect(await two.engine.run(spend, input, finance)).toMatchObject({ outcome: 'done' });
    expect(await one.engine.run(spend, input, finance)).toMatchObject({ outcome: 'refused', refusal: 'purse-is-empty' });
    expect(one.log.head()).toBe(2);
  });

  it('takes a clock from outside only in a demonstration, and no business date that has not come', async () => {
    const recordedAt = '2012-06-13T12:00:00.000Z';
    expect(await opened().engine.run(openPurse, input, { ...finance, recordedAt })).toMatchObject({ outcome: 'invalid', problems: [{ field: 'recorded' }] });
    expect(await opened().engine.run(openPurse, input, { ...finance, on: '2999-01-01' as never })).toMatchObject({ outcome: 'invalid', problems: [{ field: 'on' }] });
    const { engine, store } = opened(new MemoryLog(), 'demonstration');
    await engine.run(openPurse, input, { ...finance, recordedAt });
    expect((await store.head()).recordedAt).toBe(recordedAt);
  });
});
