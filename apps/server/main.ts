import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { declarations, openBackroom, readAttendanceSettings, upkeepOn } from '#attendance';
import { openAccounts } from '#platform/accounts';
import { openInstallation, whereInWords } from '#platform/installation';
import { openLog, openOperationsPort, openWatch, readOperationsSettings } from '#platform/telemetry';
import { createApplication } from './application.js';
import { beginningOf, demonstrationPlaybooks, playDemonstration } from './demonstration.js';
import { greet } from './greeting.js';
import { addressOf, readSettings } from './settings.js';
import { standingOf } from './standing.js';
import { startingTrouble } from './starting-trouble.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const playbooksFolder = join(here, '..', '..', '..', 'infra', 'demonstration');
/** How long requests that are under way may take once nothing more is taken. */
const patienceSeconds = 10;

async function start(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  const operations = readOperationsSettings(process.env);
  const attendance = readAttendanceSettings(process.env);
  const { version } = JSON.parse(readFileSync(join(here, '..', '..', '..', 'package.json'), 'utf8')) as { version: string };
  const log = openLog({ level: settings.logLevel, part: 'server' });
  const watch = await openWatch('server', process.env, version);
  const playbooks = settings.demonstration ? demonstrationPlaybooks(playbooksFolder) : [];
  const recordedAt = beginningOf(playbooks);
  const installation = await openInstallation({
    folder: settings.folder,
    settings: settings.addresses,
    watch,
    declarations,
    ...(settings.demonstration ? { kind: 'demonstration' as const } : {}),
    ...(recordedAt === undefined ? {} : { recordedAt }),
  });
  if (settings.demonstration) await playDemonstration(playbooks, installation);
  const accounts = await openAccounts({ address: installation.addresses.accounts, clock: installation.clock });
  const backroom = await openBackroom(installation);
  const house = { ...installation, accounts, backroom };
  watch.measures.about.set({ part: 'server', version, kind: installation.kind }, 1);
  const standing = standingOf({ house, watch, log, folder: installation.folder, metricsToken: operations.metricsToken, sessions: () => accounts.openSessions(), jobs: backroom.jobs, upkeep: () => upkeepOn(backroom.shelf) });
  const app = await createApplication({ house, settings, standing, publicFolder: join(here, 'public') });
  await app.listen(settings.port, settings.host);
  const operationsPort = operations.port === undefined ? undefined : await openOperationsPort(standing, { host: operations.host, port: operations.port });
  const { port } = app.getHttpServer().address() as { port: number };
  const stopping = new AbortController();
  greet({ house, standing, address: addressOf(settings, port), where: whereInWords(installation.folder, installation.addresses), say: (words) => process.stdout.write(words), signal: stopping.signal }).catch(fail);

  // Where jobs have no address of their own there are no workers, and this process does what they would.
  if (installation.addresses.jobs === undefined) backroom.attend({ accounts, settings: attendance, log });
  // Not ready first, so that load balancers send nothing more; then what is under way is finished; then all is closed.
  const stop = async (): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    standing.gate.drain();
    await pause(operations.drainSeconds * 1_000);
    setTimeout(() => process.exit(1), (patienceSeconds + attendance.jobsDrainSeconds) * 1_000).unref(); // whoever holds a connection open does not hold the server
    // A connection that is never idle would never end: its next answer is its last.
    app.getHttpServer().prependListener('request', (_: unknown, response: ServerResponse) => response.setHeader('connection', 'close'));
    await app.close();
    await backroom.close();
    await operationsPort?.close();
    await accounts.close();
    await installation.close();
    await watch.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop().catch(fail));
}

function complain(problem: unknown): boolean {
  const { lines, isOurs } = startingTrouble(problem);
  process.stderr.write(`${lines.join('\n')}\n`);
  return isOurs;
}

function fail(problem: unknown): void {
  const isOurs = complain(problem);
  process.exitCode = isOurs ? 1 : 2;
  setTimeout(() => process.exit(), 100).unref();
}

start().catch(fail);
