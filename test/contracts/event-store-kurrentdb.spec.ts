import { randomUUID } from 'node:crypto';
import { openKurrentEventStore } from '#platform/event-store-kurrentdb';
import { eventStoreContract } from '../../libs/platform/event-store/testing/contract.js';
import type { KurrentDouble } from '../support/kurrentdb-double/index.js';
import { requireService } from '../support/require-service.js';

/** A real server to be asked instead: every test writes to a log of its own there, and leaves it behind. */
const real = process.env['KURRENTDB_URL'];

requireService('kurrentdb')(`over the wire, ${real === undefined ? 'to our double of a server' : 'to a real server'}`, () => {
  let double: KurrentDouble | undefined;
  beforeAll(async () => {
    if (real === undefined) double = await (await import('../support/kurrentdb-double/index.js')).KurrentDouble.start();
  });
  afterAll(() => double?.stop());

  eventStoreContract('The log in KurrentDB', async () => {
    const log = `t${randomUUID().replaceAll('-', '')}`;
    const address = double?.address(log) ?? `${real}${real?.includes('?') ? '&' : '?'}log=${log}`;
    return { open: (options) => openKurrentEventStore({ ...options, address }), remove: () => Promise.resolve() };
  });
});
