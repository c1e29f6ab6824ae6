import { toPerson, type Authority, type Person } from '#kernel';
import { commands } from '#domain';
import { authority, foundation, person, refOfPerson } from '#domain/people';
import { memoryAccessLog } from '#platform/access';
import { Engine, type Outcome, type RunContext } from '#platform/engine';
import { openGenesis } from '#platform/event-store';
import { MemoryLog, openMemoryEventStore } from '#platform/event-store-memory';
import { installationActs, layFoundation } from '#platform/installation';

/** The day on which everything here is done. */
const clock = { now: () => '2026-06-13T12:00:00.000Z' };
const [chief, mary, nora] = [toPerson('chief'), toPerson('mary'), toPerson('nora')];

/** One process over a log: its engine, as production has it, or with an authority that is watched. */
function process(log: MemoryLog, asked: Authority = authority) {
  const store = openMemoryEventStore({ log });
  const access = memoryAccessLog();
  const engine = new Engine({ store, access, clock, authority: asked, kind: 'live' });
  const run = (name: string, input: object, actor: Person, role: string, more: Partial<RunContext> = {}): Promise<Outcome> => {
    const command = commands.find((each) => each.name === name);
    if (!command) throw new Error(`There is no command ${name}`);
    return engine.run(command, input, { actor, role, ...more });
  };
  return { store, access, engine, run };
}
type Process = ReturnType<typeof process>;

async function must(running: Promise<Outcome>): Promise<void> {
  expect(await running).toMatchObject({ outcome: 'done' });
}
const roleOf = (who: Person, role: string, more: object = {}) => ({ person: who, role, startsOn: '2026-01-01', reason: 'joined', ...more });

/** A log with its roles, an administrator, a manager and a finance officer. */
async function staffed(): Promise<MemoryLog> {
  const log = new MemoryLog();
  const { store, run } = process(log);
  await openGenesis(store, { origin: 'who.example/log', kind: 'live' });
  await layFoundation({ store, clock, kind: 'live' }, foundation);
  const founding = process(log, () => Promise.resolve({ granted: true }));
  for (const who of [chief, mary, nora]) await must(founding.run('RegisterPerson', { person: who }, installationActs.actor, installationActs.role));
  await must(founding.run('GrantRole', roleOf(chief, 'administrator'), installationActs.actor, installationActs.role));
  await must(run('GrantRole', roleOf(mary, 'finance-officer'), chief, 'administrator'));
  await must(run('GrantRole', roleOf(nora, 'programme-manager'), chief, 'administrator'));
  return log;
}
const fund = (code: string) => ({ code, name: `Fund ${code}` });
const lastMeta = async ({ store }: Process) => (await store.readAll({ after: (await store.head()).position - 1, limit: 1 })).events[0]?.meta;

describe('who may do what, in an engine over a log', () => {
  it('is part of the evidence: the event names the streams of the person and of the role at their versions', async () => {
    const one = process(await staffed());
    await must(one.run('OpenFund', fund('A'), mary, 'finance-officer'));
    expect((await lastMeta(one))?.['facts']).toMatch(/role-finance-officer@1 .*person-mary@2|person-mary@2 .*role-finance-officer@1/);
  });

  it('is told before what is wrong with the input, and noted', async () => {
    const one = process(await staffed());
    expect(await one.run('OpenFund', { nonsense: 1 }, nora, 'finance-officer')).toMatchObject({ outcome: 'not-permitted', permission: 'fund:open', heldBy: ['finance-officer'], because: expect.stringContaining('does not hold the role') as string });
    expect(await one.run('OpenFund', { nonsense: 1 }, mary, 'finance-officer')).toMatchObject({ outcome: 'invalid' });
    expect(one.access.entries).toMatchObject([{ actor: nora, outcome: 'not-permitted', because: 'fund:open' }, { outcome: 'invalid' }]);
  });

  it('ends in every process at the moment in which it ends in the log, for commands and for questions', async () => {
    const log = await staffed();
    const [one, two] = [process(log), process(log)];
    await must(one.run('OpenFund', fund('A'), mary, 'finance-officer'));
    expect(await one.engine.mayAsk({ actor: mary, role: 'finance-officer' }, 'ledger:read')).toMatchObject({ granted: true });
    await must(two.run('EndRole', { person: mary, number: 1, reason: 'moved' }, chief, 'administrator'));
    expect(await one.run('OpenFund', fund('B'), mary, 'finance-officer')).toMatchObject({ outcome: 'not-permitted' });
    expect(await one.engine.mayAsk({ actor: mary, role: 'finance-officer' }, 'ledger:read')).toMatchObject({ granted: false });
    expect(await one.engine.stateOf(person, refOfPerson(mary))).toMatchObject({ grants: [{ ended: true }] });
  });

  it('is asked again when the role ended between the decision and the append', async () => {
    const log = await staffed();
    const other = process(log);
    let asked = 0;
    // As if another process were quicker by a hair: it ends the role after the first answer was "yes".
    const one = process(log, async (...asking) => {
      const granted = await authority(...asking);
      asked += 1;
      if (asked === 1) await must(other.run('EndRole', { person: mary, number: 1, reason: 'moved' }, chief, 'administrator'));
      return granted;
    });
    expect(await one.run('OpenFund', fund('A'), mary, 'finance-officer')).toMatchObject({ outcome: 'not-permitted' });
    expect(asked).toBeGreaterThan(1);
    expect((await one.store.readStream('fund-A')).version).toBe(0);
  });

  it('of two administrators who end each other at once, leaves one', async () => {
    const log = await staffed();
    const [one, two] = [process(log), process(log)];
    await must(one.run('RegisterPerson', { person: 'person:second' }, chief, 'administrator'));
    await must(one.run('GrantRole', roleOf(toPerson('second'), 'administrator'), chief, 'administrator'));
    const ended = await Promise.all([
      one.run('EndRole', { person: 'person:second', number: 1, reason: 'out' }, chief, 'administrator'),
      two.run('EndRole', { person: chief, number: 1, reason: 'out' }, toPerson('second'), 'administrator'),
    ]);
    expect(ended.map(({ outcome }) => outcome).sort()).toEqual(['done', 'not-permitted']);
  });

  it('is not lent by a key: what somebody did is not told to whoever may not do it', async () => {
    const one = process(await staffed());
    await must(one.run('OpenFund', fund('A'), mary, 'finance-officer', { key: 'once' }));
    expect(await one.run('OpenFund', fund('A'), nora, 'programme-manager', { key: 'once' })).toMatchObject({ outcome: 'not-permitted' });
    expect(await one.run('OpenFund', fund('A'), mary, 'finance-officer', { key: 'once' })).toMatchObject({ outcome: 'done', repeated: true });
  });

  it('counts on the day of acting: a backdated decision needs a role today', async () => {
    const one = process(await staffed());
    await must(one.run('EndRole', { person: mary, number: 1, reason: 'moved' }, chief, 'administrator'));
    expect(await one.run('OpenFund', fund('A'), mary, 'finance-officer', { on: '2026-02-01' as never })).toMatchObject({ outcome: 'not-permitted' });
  });

  it('says on whose behalf a delegate acted, and through which token', async () => {
    const one = process(await staffed());
    await must(one.run('DelegateRole', { to: nora, role: 'finance-officer', startsOn: '2026-06-13', endsOn: '2026-06-13', reason: 'a day off' }, mary, 'finance-officer'));
    await must(one.run('OpenFund', fund('A'), nora, 'finance-officer'));
    expect(await lastMeta(one)).toMatchObject({ actor: nora, role: 'finance-officer', onBehalfOf: mary });
    await must(one.run('IssueApiToken', { role: 'finance-officer', scope: [{ permission: 'fund:open' }], expiresOn: '2026-06-30' }, mary, 'finance-officer'));
    await must(one.run('OpenFund', fund('B'), mary, 'finance-officer', { token: 1 }));
    expect(await lastMeta(one)).toMatchObject({ actor: mary, token: '1' });
    expect(await one.run('SetBudget', { fund: 'B', financialYear: 'FY2627', amount: '£1.00' }, mary, 'finance-officer', { token: 1 })).toMatchObject({ outcome: 'not-permitted', because: expect.stringContaining('leaves out fund:budget') as string });
  });

  it('is nobody in the name of the installation', async () => {
    const one = process(await staffed());
    expect(await one.run('RegisterPerson', { person: 'person:x' }, installationActs.actor, installationActs.role)).toMatchObject({ outcome: 'not-permitted' });
  });
});
