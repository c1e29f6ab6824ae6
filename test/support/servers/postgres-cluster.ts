import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { serverUser } from './postgres-programs.js';

const run = promisify(execFile);

/** Of a server that lives for one test on the loopback address; it is here so that tests can look for it where it must not be. */
export const account = { user: 'tallystick', password: 'only-for-tests' } as const;

/** A folder that belongs to whoever the server runs as. */
export async function serverFolder(): Promise<string> {
  const { uid, gid } = serverUser();
  const folder = await mkdtemp(join(tmpdir(), 'tallystick-postgres-'));
  await chown(folder, uid, gid);
  return folder;
}

/**
 * Fills an empty folder with a new cluster: a copy of one that is made once for each machine, because making it takes seconds.
 * Text sorts as in English, as on most servers: whoever needs the order of bytes has to say so.
 */
export async function makeCluster(server: string, data: string): Promise<void> {
  const { uid, gid } = serverUser();
  const { stdout: version } = await run(server, ['--version']);
  const template = join(process.env['TALLYSTICK_KEPT'] ?? tmpdir(), `tallystick-cluster-${uid}-${version.replaceAll(/[^0-9.]+/g, ' ').trim().split(' ')[0]}`);
  if (!existsSync(template)) await makeTemplate(server, template);
  if ((await stat(template)).uid !== uid) throw new Error(`${template} belongs to somebody else: remove it`);
  await run('cp', ['-R', template, data], { uid, gid });
}

/** Under another name first: several suites may begin at once, and nobody may copy half a cluster. */
async function makeTemplate(server: string, template: string): Promise<void> {
  const { uid, gid } = serverUser();
  const folder = await serverFolder();
  const password = join(folder, 'password');
  await writeFile(password, account.password);
  await chown(password, uid, gid);
  const unfinished = join(folder, 'data');
  const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=icu', '--icu-locale=en-GB'];
  const args = ['-D', unfinished, '-U', account.user, '--auth=scram-sha-256', `--pwfile=${password}`, '--no-sync', ...locale];
  await run(join(dirname(server), 'initdb'), args, { uid, gid, cwd: folder });
  await rename(unfinished, template).catch((fault: unknown) => {
    if (!existsSync(template)) throw fault; // another suite was quicker
  });
  await rm(folder, { recursive: true, force: true });
}
