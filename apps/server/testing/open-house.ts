import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { commands, streams } from '#domain';
import { authority, foundation } from '#domain/people';
import { openAccounts } from '#platform/accounts';
import { openInstallation } from '#platform/installation';
import { questions, views } from '#views';
import { postingsMustBalance } from '#views/ledgers';
import { workflows } from '#workflows';
import { root } from '../../../infra/bootstrap/places.js';
import { beginningOf, demonstrationPlaybooks, playDemonstration } from '../demonstration.js';
import type { Allowance } from '../security/throttling.js';

export interface HouseOptions {
  readonly kind?: 'demonstration' | 'live';
  /** A demonstration with its people, in which nothing was played. */
  readonly playbooks?: 'none';
  readonly allowance?: Allowance;
  readonly publicAddress?: string;
  readonly securityContact?: string;
}

/** A whole server over a data folder of its own, with the demonstration played; nothing of ours is replaced. */
export async function openHouse({ kind = 'demonstration', playbooks: which, allowance, publicAddress, securityContact }: HouseOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-server-'));
  const playbooks = kind === 'demonstration' && which !== 'none' ? demonstrationPlaybooks(join(root, 'infra', 'demonstration')) : [];
  const recordedAt = which === 'none' ? '2012-04-01T12:00:00.000Z' : beginningOf(playbooks);
  const installation = await openInstallation({ folder, kind, declarations: { commands, streams, views, questions, workflows, authority, foundation, assertions: [postingsMustBalance] }, ...(recordedAt === undefined ? {} : { recordedAt }) });
  if (playbooks.length > 0) await playDemonstration(playbooks, installation);
  const accounts = openAccounts({ file: join(folder, 'accounts.db'), clock: installation.clock });
  const house = { ...installation, accounts };
  // One after the other: under Jest, modules that require() Nest must find it loaded.
  await import('@nestjs/core');
  await import('@nestjs/throttler');
  const { createApplication } = await import('../application.js');
  const app = await createApplication({
    house, settings: { logLevel: 'error', publicAddress, securityContact }, publicFolder: join(root, 'dist', 'apps', 'server', 'public'), ...(allowance ? { allowance } : {}),
  });
  await app.init();
  const close = async (): Promise<void> => {
    await app.close();
    accounts.close();
    await installation.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, house, http: app.getHttpServer(), close };
}

export type OpenHouse = Awaited<ReturnType<typeof openHouse>>;

/** A browser without a face: keeps cookies, and is signed in. */
export async function signedIn({ http }: OpenHouse, role: string): Promise<ReturnType<typeof supertest.agent>> {
  const agent = supertest.agent(http);
  await agent.post('/sign-in').type('form').send({ role });
  return agent;
}
