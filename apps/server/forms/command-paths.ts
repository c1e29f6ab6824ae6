import type { CommandDeclaration } from '#kernel';
import { commands } from '#domain';

/** ApproveAward → approve-award: how a command is written in an address. */
export const pathOf = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** ApproveAward → Approve award: how a command is written on a button or as a heading. */
export const titleOf = (name: string): string => {
  const words = pathOf(name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const byPath = new Map(commands.map((command) => [pathOf(command.name), command]));
const byName = new Map(commands.map((command) => [command.name, command]));

export const commandByPath = (path: string): CommandDeclaration | undefined => byPath.get(path);

/** A command that pages offer by name. Throws when nobody declares it. */
export function commandNamed(name: string): CommandDeclaration {
  const command = byName.get(name);
  if (!command) throw new Error(`A page offers ${name}, which no context declares`);
  return command;
}
