import supertest, { type Test } from 'supertest';
import { addDays, londonDate, type CommandDeclaration, type Person } from '#kernel';
import { commands } from '#domain';
import { demonstrationPerson, permissionsOf, type Role } from '#domain/people';
import { openHouse, type HouseOptions } from './open-house.js';

/** Tokens may not hold these: they would make more of themselves. */
const handsOn = /^(token|role|people):/;

/** A whole server with its demonstration, and programs that call it by tokens. */
export async function openApi(options: HouseOptions = {}) {
  const house = await openHouse(options);
  const named = (name: string): CommandDeclaration => {
    const found = commands.find((command) => command.name === name);
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  };

  interface Reach {
    readonly scope?: readonly string[];
    readonly days?: number;
  }
  /** A token of the demonstration's person in a role: for all that it may do, unless told, and for a month. */
  const tokenOf = (role: Role, reach: Reach = {}): Promise<string> => tokenFor(demonstrationPerson(role), role, reach);
  async function tokenFor(person: Person, role: Role, { scope = permissionsOf(role).filter((permission) => !handsOn.test(permission)), days = 30 }: Reach = {}): Promise<string> {
    const today = londonDate(house.house.clock.now());
    const input = { role, scope: scope.map((permission) => ({ permission })), expiresOn: addDays(today, days) };
    // A token that is to have expired took effect while it had not.
    const outcome = await house.house.engine.run(named('IssueApiToken'), input, { actor: person, role, on: addDays(today, Math.min(0, days)) });
    if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
    return house.house.accounts.keepToken(person, (outcome.events[0]?.data as { number: number }).number, input.expiresOn);
  }
  const get = (secret: string, path: string): Test => supertest(house.http).get(path).set('Authorization', `Bearer ${secret}`);
  let keys = 0;
  const post = (secret: string, path: string, body: object, key = `key-${(keys += 1)}`): Test =>
    supertest(house.http).post(path).set('Authorization', `Bearer ${secret}`).set('Idempotency-Key', key).send(body);
  const headOf = async (): Promise<number> => (await house.house.store.head()).position;
  return { ...house, named, tokenOf, tokenFor, get, post, headOf };
}

export type OpenApi = Awaited<ReturnType<typeof openApi>>;
