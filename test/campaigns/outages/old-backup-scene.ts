import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { declarations } from '#attendance';
import { openInstallation } from '#platform/installation';
import { root } from '../../../infra/bootstrap/places.js';
import { logSchema, startCluster, type Cluster } from './cluster.js';
import { Load } from './load.js';
import { furnish, recruit, type Office } from './office.js';
import { differingViews } from './views-witness.js';

const run = promisify(execFile);
const sizes = { officers: 8, managers: 4, tokensEach: 4 };
const questions = ['organisations?size=1', 'applications?size=1', 'programmes', 'awards?size=1'];

/** What questions came to while the views were those of another log, and afterwards. */
export interface OldBackup {
  readonly asked: number;
  /** Answered from views that are not of this log: none may be. */
  readonly answered: number;
  /** With 503 and why. */
  readonly refused: number;
  readonly complaints: readonly string[];
}

/**
 * Yesterday's log is put in the place of today's while workers run its views: nothing may be answered from them, neither at once
 * nor when the log has grown past where they stand, until they were made again.
 */
export async function playOldBackup(folder: string): Promise<OldBackup> {
  const cluster = await startCluster(folder);
  try {
    const beside = await openInstallation({ ...cluster.beside, declarations, works: false });
    const office = await furnish(beside, sizes);
    const backup = join(folder, 'yesterday.db');
    await work(cluster, office, 2_000);
    await tally(cluster, 'backup', backup);
    await work(cluster, office, 2_000);
    const before = (await beside.store.head()).position;
    await beside.views.waitFor(before, 30_000);
    await beside.close();

    for (const server of cluster.servers) await server.stop();
    await cluster.postgres.query(`DROP SCHEMA ${logSchema} CASCADE`, cluster.beside.settings.EVENT_STORE_URL);
    await tally(cluster, 'restore', backup);
    const after = await openInstallation({ ...cluster.beside, declarations, works: false, repairing: true });
    await Promise.all(cluster.servers.map((server) => server.start()));
    const statuses = await askForAWhile(cluster, office);
    // Past where the views stand, by the console: their positions are there again, and other events stand at them.
    while ((await after.store.head()).position <= before) await recruit(after, sizes);
    statuses.push(...(await askForAWhile(cluster, office)));

    await tally(cluster, 'rebuild');
    await work(cluster, office, 1_000);
    const complaints = statuses.filter((status) => status !== 200 && status !== 503).map((status) => `over views of another log a question was answered with ${status}`);
    complaints.push(...(await askAll(cluster, office)).filter((status) => status !== 200).map((status) => `after the rebuild a question was answered with ${status}`));
    complaints.push(...(await differingViews(after, await cluster.anew())));
    complaints.push(...[...cluster.servers, ...cluster.workers].flatMap(({ falls }) => falls).filter((fall) => !fall.includes('tally rebuild')));
    await after.close();
    return { asked: statuses.length, answered: statuses.filter((status) => status === 200).length, refused: statuses.filter((status) => status === 503).length, complaints };
  } finally {
    await cluster.stop();
  }
}

async function work({ addresses }: Cluster, office: Office, milliseconds: number): Promise<void> {
  const load = new Load(office, addresses);
  load.begin();
  await pause(milliseconds);
  await load.end();
  if (load.surprises.length > 0) throw new Error(load.surprises[0]);
}

async function tally({ beside: { folder, settings } }: Cluster, ...words: readonly string[]): Promise<void> {
  await run(process.execPath, [join(root, 'dist', 'apps', 'cli', 'main.js'), ...words], { env: { ...process.env, ...settings, TALLYSTICK_DATA: folder } });
}

async function askForAWhile(cluster: Cluster, office: Office): Promise<number[]> {
  const statuses: number[] = [];
  for (let turn = 0; turn < 10; turn += 1, await pause(400)) statuses.push(...(await askAll(cluster, office)));
  return statuses;
}

/** The status of every question at every server; 0 where no server answers. */
async function askAll({ addresses }: Cluster, { officers: [officer] }: Office): Promise<number[]> {
  const headers = { authorization: `Bearer ${officer?.tokens[0]}` };
  const ask = (path: string): Promise<number> => fetch(path, { headers }).then(({ status }) => status, () => 0);
  return Promise.all(addresses.flatMap((address) => questions.map((question) => ask(`${address}/api/v1/questions/${question}`))));
}
