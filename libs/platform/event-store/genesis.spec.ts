import { MemoryLog, openMemoryEventStore } from '#platform/event-store-memory';
import { openGenesis } from './index.js';

const origin = 'grants.example.gov.uk/log';

test('an empty log is opened as what is asked for, and says so in its first event', async () => {
  const store = openMemoryEventStore();
  expect(await openGenesis(store, { origin, kind: 'demonstration', recordedAt: '2010-01-21T00:30:00.000Z' })).toEqual({ origin, kind: 'demonstration' });
  expect((await store.readAll({ after: 0, limit: 9 })).events).toMatchObject([
    { position: 1, stream: 'log-genesis', version: 1, type: 'LogOpened', schema: 1, effectiveOn: '2010-01-21', data: { origin, kind: 'demonstration', format: 1 } },
  ]);
});

test('a log that was opened keeps its origin, and nothing is written again', async () => {
  const log = new MemoryLog();
  await openGenesis(openMemoryEventStore({ log }), { origin, kind: 'live' });
  const again = openMemoryEventStore({ log });
  expect(await openGenesis(again, { origin: 'another.example/log', kind: 'live' })).toEqual({ origin, kind: 'live' });
  expect(await again.head()).toMatchObject({ position: 1 });
});

test('a live log is never taken for a demonstration, nor the other way round', async () => {
  const store = openMemoryEventStore();
  await openGenesis(store, { origin, kind: 'live' });
  await expect(openGenesis(store, { origin, kind: 'demonstration' })).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/opened as live and stays so/) });
});

test('of two who open a log at once the first decides, and both learn what it is', async () => {
  const log = new MemoryLog();
  const [one, other] = [openMemoryEventStore({ log }), openMemoryEventStore({ log })];
  const answers = await Promise.all([openGenesis(one, { origin, kind: 'live' }), openGenesis(other, { origin: 'b.example/log', kind: 'live' })]);
  expect(answers[0]).toEqual(answers[1]);
  expect(await one.head()).toMatchObject({ position: 1 });
});

test('a log of something else is refused', async () => {
  const store = openMemoryEventStore();
  await store.append({ events: [{ id: '00000000-0000-4000-8000-000000000001', stream: 'award-1', type: 'AwardApproved', schema: 1, effectiveOn: '2012-06-13', meta: {}, data: {} }], expects: [] });
  await expect(openGenesis(store, { origin, kind: 'live' })).rejects.toMatchObject({ kind: 'invalid' });
  await expect(openGenesis(openMemoryEventStore(), { origin: 'two\nlines', kind: 'live' })).rejects.toMatchObject({ kind: 'invalid' });
});
