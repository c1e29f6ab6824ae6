import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { declarations, openBackroom, readAttendanceSettings } from '#attendance';
import { openAccounts } from '#platform/accounts';
import { openInstallation } from '#platform/installation';
import { keptFilesAt } from '#platform/kept-files';
import { noTracing, openLog, watchOf, type Watch } from '#platform/telemetry';
import { root } from '../../../infra/bootstrap/places.js';
import { beginningOf, demonstrationPlaybooks, playDemonstration } from '../demonstration.js';
import type { Allowance } from '../security/throttling.js';
import { standingOf } from '../standing.js';

export interface HouseOptions {
  readonly kind?: 'demonstration' | 'live';
  /** A demonstration with its people, in which nothing was played. */
  readonly playbooks?: 'none';
  readonly allowance?: Allowance;
  readonly publicAddress?: string;
  readonly securityContact?: string;
  readonly metricsToken?: string;
  readonly watch?: Watch;
  /** Bytes of the disk that files leave to the log; as usual unless told. */
  readonly reserveForLog?: number;
  /** Takes the lines of the log, from the quietest level on; without it only faults are written, to stderr. */
  readonly onLogLine?: (line: string) => void;
}

/** A whole server over a data folder of its own, with the demonstration played; nothing of ours is replaced. */
export async function openHouse({ kind = 'demonstration', playbooks: which, allowance, publicAddress, securityContact, metricsToken, watch = watchOf(noTracing), reserveForLog, onLogLine }: HouseOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-server-'));
  const playbooks = kind === 'demonstration' && which !== 'none' ? demonstrationPlaybooks(join(root, 'infra', 'demonstration')) : [];
  const recordedAt = which === 'none' ? '2012-04-01T12:00:00.000Z' : beginningOf(playbooks);
  const installation = await openInstallation({ folder, kind, watch, declarations, ...(recordedAt === undefined ? {} : { recordedAt }) });
  if (playbooks.length > 0) await playDemonstration(playbooks, installation);
  const accounts = await openAccounts({ address: `sqlite:${join(folder, 'accounts.db')}`, clock: installation.clock });
  const backroom = await openBackroom(installation);
  const files = reserveForLog === undefined ? installation.files : keptFilesAt({ address: installation.addresses.files, clock: installation.clock, reserve: reserveForLog });
  const house = { ...installation, files, accounts, backroom };
  // One after the other: under Jest, modules that require() Nest must find it loaded.
  await import('@nestjs/core');
  await import('@nestjs/throttler');
  const log = openLog({ part: 'server', level: onLogLine ? 'debug' : 'error', ...(onLogLine ? { to: { write: onLogLine } } : {}) });
  const standing = standingOf({ house, watch, log, folder, metricsToken });
  const { createApplication } = await import('../application.js');
  const app = await createApplication({
    house, standing, settings: { publicAddress, proxies: 0, securityContact }, publicFolder: join(root, 'dist', 'apps', 'server', 'public'), ...(allowance ? { allowance } : {}),
  });
  await app.init();
  const close = async (): Promise<void> => {
    await app.close();
    await backroom.close();
    await accounts.close();
    await files.close();
    await installation.close();
    rmSync(folder, { recursive: true, force: true });
  };
  /** Jobs are done from now on: until then a test sees them wait. */
  const attend = (): void => backroom.attend({ accounts, settings: readAttendanceSettings({}), log });
  return { app, house, standing, attend, http: app.getHttpServer(), close };
}

export type OpenHouse = Awaited<ReturnType<typeof openHouse>>;

/** A browser without a face: keeps cookies, and is signed in. */
export async function signedIn({ http }: OpenHouse, role: string): Promise<ReturnType<typeof supertest.agent>> {
  const agent = supertest.agent(http);
  await agent.post('/sign-in').type('form').send({ role });
  return agent;
}
