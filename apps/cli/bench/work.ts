import { commands } from '#domain';
import type { CommandDeclaration, Person } from '#kernel';
import { manager, officer } from './measured-log.js';

/** What callers do over and over. */
export interface Work {
  readonly command: CommandDeclaration;
  readonly actor: Person;
  readonly role: string;
  input(caller: number, call: number): object;
}

/**
 * A payment of a penny out of one award: the number of the payment, the award, its limit and its match are read, and the limit
 * is consumed, so that all callers meet there.
 */
export const authorising = (award: string): Work => ({ command: called('AuthorisePayment'), actor: officer, role: 'finance-officer', input: () => ({ award, amount: '£0.01' }) });

/** A new name for a council, each caller another one: nobody meets anybody, as two people at two desks seldom do. */
export const renaming = (organisations: readonly string[]): Work => ({
  command: called('RenameOrganisation'), actor: manager, role: 'programme-manager',
  input: (caller, call) => ({ organisation: organisations[caller % organisations.length], name: `Council of turn ${call}` }),
});

function called(name: string): CommandDeclaration {
  const command = commands.find((each) => each.name === name);
  if (!command) throw new Error(`There is no command ${name} to measure with`);
  return command;
}
