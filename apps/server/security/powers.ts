import { londonDate, reading, streamName, type Permission, type Person } from '#kernel';
import { authority, grantsOn, maySignInAs, person, refOfPerson, role as roleStream, type Role } from '#domain/people';
import type { Engine } from '#platform/engine';
import type { Clock } from '#platform/event-store';

/** What the log says of people and roles today. Permissions are events, so nothing of it is remembered from one request to the next. */
export class Powers {
  constructor(private readonly parts: { readonly engine: Pick<Engine, 'stateOf'>; readonly clock: Clock }) {}

  /** What a person may do in a role today, by the authority that the engine asks too; nothing when they do not hold it. */
  async permissionsOf(actor: Person, role: string): Promise<ReadonlySet<Permission>> {
    const { engine, clock } = this.parts;
    const state = await engine.stateOf(roleStream, role);
    if (state.stage === 'absent') return new Set();
    const folded = new Map<string, Promise<unknown>>();
    const { read } = reading(async (of, ref) => {
      const name = streamName(of, ref);
      const found = folded.get(name) ?? engine.stateOf(of, ref);
      folded.set(name, found);
      return { version: 1, state: (await found) as typeof of.initial };
    });
    const asking = { actor, role, today: londonDate(clock.now()) };
    const granted = await Promise.all(state.permissions.map(async (permission) => ((await authority(read, asking, permission)).granted ? [permission] : [])));
    return new Set(granted.flat());
  }

  /** The roles that a person holds today, in the order in which roles are listed everywhere. */
  async rolesOf(actor: Person): Promise<readonly Role[]> {
    const { engine, clock } = this.parts;
    const held = grantsOn(await engine.stateOf(person, refOfPerson(actor)), londonDate(clock.now())).map(({ role }) => role);
    return maySignInAs.filter((role) => held.includes(role));
  }
}
