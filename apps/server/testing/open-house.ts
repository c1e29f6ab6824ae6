import supertest from 'supertest';
import { root } from '../../../infra/bootstrap/places.js';
import { memoryAccessLog } from '#platform/access';
import { Engine } from '#platform/engine';
import { openGenesis, systemClock } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { beginningOf, demonstrationPlaybooks, playDemonstration } from '../demonstration.js';
import type { Allowance } from '../security/throttling.js';

export async function openHouse({ kind = 'demonstration', allowance, publicAddress, securityContact }: { kind?: 'demonstration' | 'live'; allowance?: Allowance; publicAddress?: string; securityContact?: string } = {}) {
  const store = openMemoryEventStore();
  const playbooks = kind === 'demonstration' ? demonstrationPlaybooks(`${root}infra/demonstration`) : [];
  const recordedAt = beginningOf(playbooks);
  await openGenesis(store, { kind, origin: 'server.test', ...(recordedAt === undefined ? {} : { recordedAt }) });
  const access = memoryAccessLog();
  const engine = new Engine({ store, clock: systemClock, access, kind });
  const views = { ask: () => Promise.reject(new Error('no views')), status: async () => ({ head: 1, works: true, views: [] }) };
  const house = { kind, store, engine, views: views as never, access, clock: systemClock };
  if (kind === 'demonstration') await playDemonstration(playbooks, house);
  await import('@nestjs/core');
  await import('@nestjs/throttler');
  const { createApplication } = await import('../application.js');
  const app = await createApplication({ house, settings: { logLevel: 'error', publicAddress, securityContact }, publicFolder: `${root}dist/apps/server/public`, ...(allowance ? { allowance } : {}) });
  await app.init();
  return { app, house, http: app.getHttpServer(), close: async () => { await app.close(); await store.close(); } };
}

export type OpenHouse = Awaited<ReturnType<typeof openHouse>>;

/** A browser without a face: keeps cookies, and is signed in. */
export async function signedIn({ http }: OpenHouse, role: string): Promise<ReturnType<typeof supertest.agent>> {
  const agent = supertest.agent(http);
  await agent.post('/sign-in').type('form').send({ role });
  return agent;
}
