import { commands } from '#domain';
import { demonstrationPerson, foundation, shippedRoles } from '#domain/people';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import { openGenesis, type LogKind } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { checkLog } from '#platform/transparency';
import { holdsOnlyItsFoundation, layFoundation } from './foundation.js';

const clock = { now: () => '2026-06-13T12:00:00.000Z' };
const began = '2012-06-12T09:00:00.000Z';

async function laid(kind: LogKind) {
  const store = openMemoryEventStore();
  await openGenesis(store, { origin: 'founded.example/log', kind, ...(kind === 'demonstration' ? { recordedAt: began } : {}) });
  const lay = () => layFoundation({ store, clock, kind }, foundation);
  await lay();
  return { store, lay, events: async () => (await store.readAll({ after: 1, limit: 1_000 })).events };
}

describe('the foundation of a log', () => {
  it('is its roles in a live log, recorded now; nobody is registered', async () => {
    const { events } = await laid('live');
    expect([...new Set((await events()).map(({ type }) => type))]).toEqual(['RoleDefined']);
    expect((await events())[0]).toMatchObject({ meta: { actor: 'person:installation', role: 'installation' } });
  });

  it('is its roles and its people in a demonstration, recorded when that began', async () => {
    const { events } = await laid('demonstration');
    expect((await events()).every(({ recordedAt, effectiveOn }) => recordedAt === began && effectiveOn === '2012-06-12')).toBe(true);
    const streams = new Set((await events()).map(({ stream }) => stream));
    for (const which of ['first', 'second'] as const) expect(streams).toContain(`person-${demonstrationPerson('payment-releaser', which).slice('person:'.length)}`);
  });

  it('is laid once, however often a log is opened, and comes to the same root in another', async () => {
    const one = await laid('demonstration');
    const { position } = await one.store.head();
    await Promise.all([one.lay(), one.lay()]);
    expect((await one.store.head()).position).toBe(position);
    expect((await checkLog(one.store)).root).toBe((await checkLog((await laid('demonstration')).store)).root);
  });

  it('is told apart from what people did in it', async () => {
    const { store } = await laid('live');
    expect(await holdsOnlyItsFoundation(store)).toBe(true);
    const engine = new Engine({ store, clock, access: memoryAccessLog(), authority: roleTable(shippedRoles), kind: 'live' });
    const openFund = commands.find(({ name }) => name === 'OpenFund');
    if (!openFund) throw new Error('There is no OpenFund');
    await engine.run(openFund, { code: 'A', name: 'A' }, { actor: demonstrationPerson('finance-officer'), role: 'finance-officer' });
    expect(await holdsOnlyItsFoundation(store)).toBe(false);
  });
});
