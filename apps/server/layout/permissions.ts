import { commands } from '#domain';
import { titleOf } from '../forms/command-paths.js';

const opened = new Map<string, string[]>();
for (const { name, permission } of commands) opened.set(permission, [...(opened.get(permission) ?? []), titleOf(name)]);

/** What a permission lets somebody do, by the commands that ask for it; one that only lets them read says what. */
export function permissionInWords(permission: string): string {
  const [about = '', verb = ''] = permission.split(':');
  return opened.get(permission)?.join(', ') ?? `${verb.charAt(0).toUpperCase()}${verb.slice(1).replaceAll('-', ' ')} ${about.replaceAll('-', ' ')}`;
}
