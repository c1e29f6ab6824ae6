import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands, streams } from '#domain';
import { authority, foundation } from '#domain/people';
import { openAccounts } from '#platform/accounts';
import { openInstallation } from '#platform/installation';
import { questions, views } from '#views';
import { postingsMustBalance } from '#views/ledgers';
import { workflows } from '#workflows';
import { createApplication } from './application.js';
import { beginningOf, demonstrationPlaybooks, playDemonstration } from './demonstration.js';
import { firstAdministratorLink, linkHours } from './first-administrator-link.js';
import { addressOf, readSettings } from './settings.js';
import { startingTrouble } from './starting-trouble.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const playbooksFolder = join(here, '..', '..', '..', 'infra', 'demonstration');
const drainSeconds = 10;
const hour = 3_600_000;

async function start(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  const playbooks = settings.demonstration ? demonstrationPlaybooks(playbooksFolder) : [];
  const recordedAt = beginningOf(playbooks);
  const installation = await openInstallation({
    folder: settings.folder,
    declarations: { commands, streams, views, questions, workflows, authority, foundation, assertions: [postingsMustBalance] },
    ...(settings.demonstration ? { kind: 'demonstration' as const } : {}),
    ...(recordedAt === undefined ? {} : { recordedAt }),
  });
  if (settings.demonstration) await playDemonstration(playbooks, installation);
  const accounts = openAccounts({ file: join(installation.folder, 'accounts.db'), clock: installation.clock });
  const house = { ...installation, accounts };
  const app = await createApplication({ house, settings, publicFolder: join(here, 'public') });
  await app.listen(settings.port, settings.host);
  const { port } = app.getHttpServer().address() as { port: number };
  const link = await firstAdministratorLink(house);
  const address = addressOf(settings, port);
  process.stdout.write(
    `Tallystick ${installation.kind === 'demonstration' ? 'demonstration' : 'live store'} at ${address} (data in ${installation.folder})\n` +
      (installation.kind === 'demonstration'
        ? 'Take a role on the page: managers approve, officers recommend and negotiate, finance authorises, a releaser releases, auditors read everything.\n'
        : link === undefined
          ? 'People sign in by name and passphrase; administrators register them and grant their roles.\n'
          : `Nobody administers this store yet. Whoever opens this link first, within ${linkHours} hours, becomes its administrator:\n${address}${link}\n`),
  );

  // In one process with the pages: what falls due by the day is looked for at the start and every hour.
  let isStopping = false;
  const attend = (): void => void installation.duties.attend().catch((problem: unknown) => (isStopping ? undefined : complain(problem)));
  attend();
  const hourly = setInterval(attend, hour);
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    clearInterval(hourly);
    setTimeout(() => process.exit(1), drainSeconds * 1_000).unref(); // whoever holds a connection open does not hold the server
    app.close().then(() => accounts.close()).then(() => installation.close()).then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
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
