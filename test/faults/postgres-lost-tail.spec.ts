import { count, decide, event, refuse, stream, text, toPerson } from '#kernel';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import { systemClock, type EventStore } from '#platform/event-store';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

const Approved = event('Approved', { fields: { amount: count('Amount') }, sentence: '{amount} approved' });
const Paid = event('Paid', { fields: { amount: count('Amount') }, sentence: '{amount} paid' });
const purse = stream('purse', { events: { Approved, Paid }, initial: { left: 0 } }).evolvedBy({ Approved: ({ left }, { amount }) => ({ left: left + amount }), Paid: ({ left }, { amount }) => ({ left: left - amount }) });
class Input {
  @text('Purse') purse!: string;
  @count('Amount') amount!: number;
}
const parts = { permission: 'fund:open', ref: (input: Input) => input.purse } as const;
const open = decide(purse, Input, { ...parts, summary: 'Open.', begins: 'named', refusals: {}, rule: (_, { amount }) => [Approved({ amount })] });
const approve = decide(purse, Input, { ...parts, summary: 'Approve.', refusals: {}, rule: (_, { amount }) => [Approved({ amount })] });
const pay = decide(purse, Input, { ...parts, summary: 'Pay.', refusals: { 'too-much': 'That is more than was approved' }, rule: ({ left }, { amount }) => (amount <= left ? [Paid({ amount })] : refuse('too-much')) });
const by = { actor: toPerson('ann'), role: 'officer' };

requireService('postgres')('a PostgreSQL that comes back without the end of the log, under servers that go on', () => {
  let postgres: PostgresServer;
  let address: string;
  const opened: EventStore[] = [];
  beforeAll(async () => (postgres = await startPostgres()));
  afterAll(() => postgres.stop());
  beforeEach(async () => (address = await postgres.newDatabase()));
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  async function server() {
    const store = await openPostgresEventStore({ address });
    opened.push(store);
    const engine = new Engine({ store, access: memoryAccessLog(), clock: systemClock, authority: roleTable({ officer: ['fund:open'] }), kind: 'live' });
    return { store, engine };
  }
  const cut = () => postgres.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'tallystick %'");
  /** A standby takes over to which the last commit had not come. */
  const fallBack = async (behind: number): Promise<void> => {
    await postgres.query(`ALTER TABLE tallystick_log.events DISABLE TRIGGER USER; DELETE FROM tallystick_log.events WHERE position > ${behind}; ALTER TABLE tallystick_log.events ENABLE ALWAYS TRIGGER events_are_never_changed`, address);
    await cut();
  };

  it.each([['wrote', true], ['only read', false]])('a server that %s what was lost decides nothing on it, though the versions match again', async (_, wrote) => {
    const [one, other] = [await server(), await server()];
    await other.engine.run(open, { purse: 'p', amount: 10 }, by);
    await (wrote ? one : other).engine.run(approve, { purse: 'p', amount: 1_000 }, by);
    expect(await one.engine.stateOf(purse, 'p')).toEqual({ left: 1_010 });
    if (!wrote) await one.engine.run(open, { purse: 'q', amount: 1 }, by); // its connection to append is open
    await fallBack(1);
    const third = await server();
    await third.engine.run(approve, { purse: 'p', amount: 1 }, by);
    await expect(one.engine.run(pay, { purse: 'p', amount: 900 }, by)).rejects.toMatchObject({ kind: 'corrupt', message: expect.stringMatching(/no longer the one that was seen there.*start every server/) });
    expect((await third.store.readStream('purse-p')).events.map(({ type }) => type)).toEqual(['Approved', 'Approved']);
    expect(await third.engine.run(pay, { purse: 'p', amount: 900 }, by)).toMatchObject({ outcome: 'refused' });
  });

  it('a server whose connections were cut, and nothing else, goes on', async () => {
    const { engine } = await server();
    await engine.run(open, { purse: 'p', amount: 10 }, by);
    for (const amount of [1, 2, 3]) {
      await cut();
      expect(await engine.run(pay, { purse: 'p', amount }, by)).toMatchObject({ outcome: 'done' });
    }
    expect(await engine.stateOf(purse, 'p')).toEqual({ left: 4 });
  });
});
