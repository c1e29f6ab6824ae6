import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where packages put the servers of several versions side by side; the newest comes first. */
const versions = (root: string): string[] =>
  existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)).map((version) => join(root, version, 'bin')) : [];

const folders = (): string[] => [
  ...(process.env['POSTGRES_BIN'] === undefined ? [] : [process.env['POSTGRES_BIN']]),
  ...versions('/usr/lib/postgresql'),
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/opt/homebrew/bin',
];

/** The server's program, if it is on this machine. */
export const findPostgres = (): string | undefined => folders().map((folder) => join(folder, 'postgres')).find((path) => existsSync(path));

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: where the tests do, it runs as the user that its package made, or as nobody. */
export function serverUser(): SystemUser {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  if (uid !== 0) return { uid, gid };
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (found === undefined) throw new Error('PostgreSQL does not run as root: make a user called postgres');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
