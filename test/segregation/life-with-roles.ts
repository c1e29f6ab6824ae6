import { rolesHolding, type Role } from '#domain/people';
import { toDate, toPerson, type CommandDeclaration, type Person } from '#kernel';
import type { Engine } from '#platform/engine';
import { commands } from '#domain';
import { fullLife } from '../contracts/domain/full-life.js';

/** A step of the full life with the role in which its person takes it. */
export interface Taken {
  readonly command: CommandDeclaration;
  readonly input: object;
  readonly actor: Person;
  readonly role: Role;
  readonly on: string;
  /** The refusal that is due even to those who may do it; none where it decides something. */
  readonly refused?: string;
}
const administrator = toPerson('demo-administrator');
/** Who works in the full life, besides the administrator. None of them is one: administrators take no part in decisions or money. */
export const colleagues = ['officer', 'clerk', 'treasurer', 'director', 'secretary', 'system'] as const;
const posts: readonly Role[] = ['programme-officer', 'programme-manager', 'assessor', 'secretary', 'finance-officer', 'payment-releaser', 'match-verifier', 'savings-validator', 'auditor'];
export const commandNamed = (name: string): CommandDeclaration => {
  const found = commands.find((command) => command.name === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found;
};

const taken = (name: string, input: object, by: string, on: string): Taken => {
  const command = commandNamed(name);
  const held = rolesHolding(command.permission);
  const role = held.find((each) => posts.includes(each)) ?? held[0];
  if (!role) throw new Error(`Nobody may do ${name}`);
  return { command, input, actor: by === 'chief' || role === 'administrator' ? administrator : toPerson(by), role, on };
};
const asked = (name: string, input: object, on = '2012-04-30'): Taken => taken(name, input, 'chief', on);

/**
 * The full life of test/contracts, told by people who hold roles: those who come in it are registered by it, the others and
 * all roles that it leaves out by an administrator before the rest begins.
 */
export function lifeWithRoles(): readonly Taken[] {
  const isStaffing = ({ by, command }: (typeof fullLife)[number]): boolean => by === 'chief' || ['DelegateRole', 'TakeBackRole', 'IssueApiToken', 'RevokeApiToken'].includes(command);
  const staffing = fullLife.filter(isStaffing).map((step) => ({ ...taken(step.command, step.input, step.by, step.on), ...(step.by === 'chief' ? {} : { role: 'programme-manager' as const, actor: toPerson(step.by) }) }));
  const registered = staffing.flatMap(({ command, input }) => (command.name === 'RegisterPerson' ? [String((input as { person: string }).person)] : []));
  const rest = colleagues.map((each) => toPerson(each)).filter((each) => !registered.includes(each));
  const granted = colleagues.flatMap((each) =>
    posts
      .filter((role) => !(each === 'director' && role === 'programme-manager'))
      .map((role) => asked('GrantRole', { person: toPerson(each), role, startsOn: '2012-04-01', reason: 'A small office' }, '2012-05-01')),
  );
  const others = fullLife.filter((step) => !isStaffing(step)).map((step) => ({ ...taken(step.command, step.input, step.by, step.on), ...(step.refused === undefined ? {} : { refused: step.refused }) }));
  // Somebody has an interest in the round that is scored, in the one by invitation, in the one that is shared out and in the one for a cost.
  for (const [round, name] of [['RD-2012-003', 'Scored'], ['RD-2012-005', 'Invited'], ['RD-2012-007', 'Shared'], ['RD-2012-008', 'Cost']]) {
    const opening = others.findIndex(({ command, input }) => command.name === 'OpenRound' && (input as { readonly name: string }).name === name);
    others.splice(opening + 1, 0, taken('DeclareInterest', { round, nature: 'Advises a bidder' }, 'treasurer', '2012-05-01'));
  }
  return [...rest.map((person) => asked('RegisterPerson', { person })), ...staffing, ...granted, ...others];
}

/** Takes a step as it should be taken; a demonstration is told when. */
export async function take(engine: Pick<Engine, 'run'>, { command, input, actor, role, on, refused }: Taken): Promise<void> {
  const outcome = await engine.run(command, input, { actor, role, on: toDate(on), recordedAt: `${on}T12:00:00.000Z` });
  const came = outcome.outcome === 'refused' ? outcome.refusal : outcome.outcome;
  if (came !== (refused ?? 'done')) throw new Error(`${command.name} by ${actor} as ${role}: ${JSON.stringify(outcome)}`);
}
