import type { CommandDeclaration } from '#kernel';
import { commands } from '#domain';
import { pathOf, refusalTitle, refusalType } from '#platform/openapi';

export { pathOf };

/** ApproveAward → Approve award: how a command is written on a button or as a heading. */
export const titleOf = (name: string): string => {
  const words = pathOf(name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const byPath = new Map(commands.map((command) => [pathOf(command.name), command]));
const byName = new Map(commands.map((command) => [command.name, command]));

/** The command that is written so on a button, however its letters are written. */
export const commandTitled = (title: string): CommandDeclaration | undefined => byPath.get(title.trim().toLowerCase().replaceAll(' ', '-'));

/** The page that says what a command's refusal means; undefined for what no command declares. */
export function problemOf(name: string, refusal: string): { readonly title: string; readonly href: string } | undefined {
  const command = byName.get(name);
  return command && Object.hasOwn(command.refusals, refusal) ? { title: refusalTitle(refusal), href: refusalType(name, refusal) } : undefined;
}

export const commandByPath = (path: string): CommandDeclaration | undefined => byPath.get(path);

/** A command that pages offer by name. Throws when nobody declares it. */
export function commandNamed(name: string): CommandDeclaration {
  const command = byName.get(name);
  if (!command) throw new Error(`A page offers ${name}, which no context declares`);
  return command;
}
