import { randomUUID } from 'node:crypto';
import { addDays, londonDate, toDate, type IsoDate, type Person as PersonId } from '#kernel';
import { permissionsOf, type Role } from '#domain/people';
import { newPerson, openAccounts, type Accounts } from '#platform/accounts';
import { installationActs, type Installation } from '#platform/installation';
import type { Person } from './wish.js';

/** Tokens may not hold these: they would make more of themselves. */
const handsOn = /^(token|role|people):/;

/** Who calls: officers register bodies and nominate, managers open rounds, and one finance officer gives the money for them. */
export interface Office {
  readonly officers: readonly Person[];
  readonly managers: readonly Person[];
  readonly financeOfficer: Person;
  readonly today: IsoDate;
}

export interface OfficeSizes {
  readonly officers: number;
  readonly managers: number;
  readonly tokensEach: number;
}

/** Defines the programme that everybody works for, and recruits them. */
export async function furnish(installation: Installation, sizes: OfficeSizes): Promise<Office> {
  await withDesk(installation, (desk) => desk.programme());
  return recruit(installation, sizes);
}

/** Registers everybody in a live store and gives them tokens, as an administrator at the console would. */
export function recruit(installation: Installation, { officers, managers, tokensEach }: OfficeSizes): Promise<Office> {
  return withDesk(installation, async (desk) => {
    const many = (count: number, role: Role): Promise<Person[]> => Promise.all(Array.from({ length: count }, () => desk.person(role, tokensEach)));
    return {
      officers: await many(officers, 'programme-officer'),
      managers: await many(managers, 'programme-manager'),
      financeOfficer: await desk.person('finance-officer', tokensEach),
      today: desk.today,
    };
  });
}

async function withDesk<Result>(installation: Installation, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const accounts = await openAccounts({ address: installation.addresses.accounts, clock: installation.clock });
  try {
    return await work(new Desk(installation, accounts, toDate(londonDate(installation.clock.now()))));
  } finally {
    await accounts.close();
  }
}

class Desk {
  constructor(
    private readonly installation: Installation,
    private readonly accounts: Accounts,
    readonly today: IsoDate,
  ) {}

  async person(role: Role, tokens: number): Promise<Person> {
    const id = newPerson();
    await this.#done('RegisterPerson', { person: id }, 'installation');
    await this.#done('GrantRole', { person: id, role, startsOn: this.today, reason: 'Calls while things break' }, 'installation');
    const secrets: string[] = [];
    while (secrets.length < tokens) secrets.push(await this.#token(id, role));
    return { id, role, tokens: secrets };
  }

  async programme(): Promise<void> {
    const manager = newPerson();
    await this.#done('RegisterPerson', { person: manager }, 'installation');
    await this.#done('GrantRole', { person: manager, role: 'programme-manager', startsOn: this.today, reason: 'Defines the programme' }, 'installation');
    const terms = { code: 'OUTAGE', name: 'Grants while things break', purpose: 'To lose nothing', awardCeiling: '£100.00', instrument: 'deed' };
    await this.#done('DefineProgramme', terms, 'programme-manager', manager);
  }

  async #token(person: PersonId, role: Role): Promise<string> {
    const scope = permissionsOf(role).filter((permission) => !handsOn.test(permission)).map((permission) => ({ permission }));
    const expiresOn = addDays(this.today, 30);
    const issued = await this.#done('IssueApiToken', { role, scope, expiresOn }, role, person);
    return this.accounts.keepToken(person, (issued.events[0]?.data as { number: number }).number, expiresOn);
  }

  async #done(name: string, input: object, role: Role, actor: PersonId = installationActs.actor) {
    const { engine, founding, find } = this.installation;
    const command = find(name);
    if (!command) throw new Error(`There is no command ${name}`);
    const outcome = await (role === 'installation' ? founding : engine).run(command, input, { actor, role, on: this.today, key: randomUUID() });
    if (outcome.outcome !== 'done') throw new Error(`${name} came to ${JSON.stringify(outcome)}`);
    return outcome;
  }
}
