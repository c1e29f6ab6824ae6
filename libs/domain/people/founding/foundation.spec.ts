import { deliberate, readInput, streamName, toCode, toDate, toPerson, type CommandDeclaration, type EventSet, type NewEvent, type StreamDeclaration } from '#kernel';
import { PermissionTaken, RoleDefined } from '../role.events.js';
import { everyRole, maySignInAs } from '../roles.js';
import { defined } from '../testing/people.js';
import { defineRoles } from './define-roles.js';
import { foundation } from './foundation.js';
import { settleDemonstration } from './settle-demonstration.js';

const on = toDate('2012-06-13');
type Log = Readonly<Record<string, readonly NewEvent[]>>;

async function found(command: CommandDeclaration, log: Log = {}) {
  const reading = readInput(command.input, {});
  if (!reading.ok) throw new Error('it takes no input');
  const fold = <Events extends EventSet, State>(of: StreamDeclaration<Events, State>, ref: string) => {
    const history = log[streamName(of, ref)] ?? [];
    return Promise.resolve({ version: history.length, state: history.reduce((state, event, i) => of.evolve(state, event, { ref, version: i + 1, on, by: 'person:installation' }), of.initial) });
  };
  const came = await deliberate(command, reading.value, { actor: toPerson('installation'), role: 'installation', on }, fold);
  return came.outcome === 'decided' ? came.events : came.outcome === 'refused' ? came.refusal.name : came.outcome;
}
const logOf = (events: readonly { readonly stream: string }[] | string): Log => Map.groupBy(events as readonly (NewEvent & { stream: string })[], ({ stream }) => stream) as never;

describe('the foundation of a log', () => {
  it('defines every role that is shipped, and nothing twice', async () => {
    const events = await found(defineRoles);
    expect(events).toHaveLength(everyRole.length);
    expect(await found(defineRoles, Object.fromEntries(logOf(events) as never))).toBe('roles-are-defined');
  });

  it('gives a role what a new version added, and not what an administrator took away', async () => {
    const [added, taken] = ['award:close', 'round:open'] as const;
    const before = RoleDefined({ ...defined('programme-manager').data, permissions: defined('programme-manager').data.permissions.filter(({ permission }) => permission !== added) });
    const log = {
      ...Object.fromEntries(everyRole.map((role) => [`role-${role}`, [defined(role)]])),
      'role-programme-manager': [before, PermissionTaken({ role: toCode('programme-manager'), title: 'Programme manager', permission: taken, reason: 'policy' })],
    };
    expect(await found(defineRoles, log)).toMatchObject([{ type: 'PermissionGiven', data: { permission: added } }]);
  });

  it('gives a demonstration two people for each role, and some a second role, once', async () => {
    const events = await found(settleDemonstration);
    if (typeof events === 'string') throw new Error(events);
    const of = (type: string): number => events.filter((event) => event.type === type).length;
    expect(of('PersonRegistered')).toBe(maySignInAs.length * 2);
    expect(of('RoleGranted')).toBeGreaterThan(maySignInAs.length * 2); // some hold a second role
    expect(await found(settleDemonstration, Object.fromEntries(logOf(events) as never))).toBe('people-are-settled');
  });

  it('is nothing but roles in a live log', () => {
    expect(foundation.live).toEqual([defineRoles]);
  });
});
