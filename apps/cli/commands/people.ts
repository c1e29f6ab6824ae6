import { type Command } from 'commander';
import { isPerson, londonDate, toDate, type Person } from '#kernel';
import { peopleList, type GrantRow } from '#views/people';
import { newPerson, type Purpose } from '#platform/accounts';
import { installationActs } from '#platform/installation';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { asOfOption, clocksTyped, knownAtOption } from '../knowing.js';
import { asked } from '../ledger-export.js';
import { withAccounts, withInstallation, withOpened, type Installation } from '../opening.js';
import { table } from '../table.js';

interface Options extends Everywhere {
  readonly knownAt?: string;
  readonly asOf?: string;
}
interface Inviting extends Everywhere {
  readonly name?: string;
  readonly reset?: boolean;
  readonly address: string;
}
/** How long a one-time link can be used. */
const hours = 24;
const nameOption = ['--name <name>', 'how colleagues call them; kept with the account, never in the log'] as const;
const addressOption = ({ place }: Cli) => ['--address <address>', 'where the pages are: TALLYSTICK_URL, where that is set', place.pages ?? 'http://127.0.0.1:3000'] as const;

/** `tally people`: who holds which role, and the one-time links that let somebody in. */
export function peopleCommand(cli: Cli): Command {
  // Its own options stand before the words of a part: --json after them is the part's.
  const people = taught(cli, 'people', {
    summary: 'List who holds which role; appoint the first administrator; make a one-time link for somebody.',
    more: 'Roles are granted with tally run GrantRole, like any other command. The console is trusted: whoever can open the data folder can appoint where nobody administers yet.',
    examples: ['tally people', 'tally people --as-of 2012-06-13', 'tally people first-administrator --name "Ann Example"', 'tally people invite person:4f7c --reset'],
  })
    .enablePositionalOptions()
    .option(...knownAtOption)
    .option(...asOfOption)
    .action(async (options: Options) => tell(cli, options, await withInstallation(placeOf(cli, options), (installation) => list(installation, options))));
  people.addCommand(
    appointing(cli)
      .option(...nameOption)
      .option(...addressOption(cli))
      .action(async (options: Inviting) => tell(cli, options, await withOpened(placeOf(cli, options), (installation) => appoint(installation, options)))),
  );
  people.addCommand(
    inviting(cli)
      .argument('<person>', 'such as person:4f7c')
      .option(...nameOption)
      .option('--reset', 'for a forgotten passphrase: the sign-in name stays')
      .option(...addressOption(cli))
      .action(async (id: string, options: Inviting) => tell(cli, options, await withInstallation(placeOf(cli, options), (installation) => invite(installation, id, options)))),
  );
  return people;
}

const appointing = (cli: Cli): Command =>
  taught(cli, 'first-administrator', {
    summary: 'Register a first administrator and print a one-time link for them.',
    more: 'Only where nobody administers the store; where there is none, a live one is begun. It is in the log that the installation did it.',
    examples: ['tally people first-administrator', 'tally people first-administrator --name "Ann Example" --address https://grants.example.gov.uk'],
  });
const inviting = (cli: Cli): Command =>
  taught(cli, 'invite', {
    summary: 'Print a one-time link with which a registered person chooses how they sign in. Links that they had are void.',
    examples: ['tally people invite person:4f7c', 'tally people invite person:4f7c --reset'],
  });

const inShort = ({ role, organisationName, startsOn, endsOn, endedOn, delegatedBy }: GrantRow): string =>
  `${role}${organisationName ? ` for ${organisationName}` : ''} from ${startsOn}${endsOn ? ` to ${endsOn}` : ''}${delegatedBy ? `, lent by ${delegatedBy}` : ''}${endedOn ? `, ended ${endedOn}` : ''}`;

async function list(installation: Installation, options: Options): Promise<Answer> {
  const clocks = await clocksTyped(options, installation.store);
  const { rows } = await asked(installation, peopleList, { size: 50_000 }, clocks);
  const nameOf = await withAccounts(installation, async (accounts) => new Map((await accounts.people()).map(({ person, displayName }) => [person as string, displayName ?? ''])));
  const named = rows.map((each) => ({ ...each, name: nameOf.get(each.person) ?? null }));
  const listed = table(['person', 'name', 'roles'], named.map(({ person, name, leftOn, grants }) => [person, name, leftOn ? `left ${leftOn}` : grants.map(inShort).join('; ') || 'none']));
  const text = `${listed}${await lagOf(installation)}`;
  return { json: { kind: installation.kind, knownAt: clocks.known.position ?? null, asOf: clocks.so?.asOf.on ?? null, people: named }, text };
}

/** A list that nobody keeps up says so: an empty one would be believed. */
async function lagOf({ views }: Installation): Promise<string> {
  const { behind = 0, position = 0 } = (await views.status()).views.find(({ view }) => view === 'people') ?? {};
  return behind === 0 ? '' : `\nThe view of people stands at @${position}, ${behind} events behind the log. Where no worker runs, start one: npm run work`;
}

async function appoint(installation: Installation, options: Inviting): Promise<Answer> {
  const today = toDate(londonDate(installation.clock.now()));
  const seen = await peopleSeen(installation); // before the question, or what comes between the two would be in neither
  const clocks = await clocksTyped({ asOf: today }, installation.store);
  const [administrator] = (await asked(installation, peopleList, { role: 'administrator' }, clocks)).rows;
  if (administrator) {
    throw new Complaint(exitCodes.refused, `${administrator.person} administers this store and can invite others. If they cannot sign in: tally people invite ${administrator.person} --reset`);
  }
  await nobodyUnseen(installation, seen);
  const person = newPerson();
  await run(installation, 'RegisterPerson', { person });
  await run(installation, 'GrantRole', { person, role: 'administrator', startsOn: today, reason: 'First administrator, appointed from the console' });
  const link = await linkFor(installation, person, 'join', options);
  const text = `${person} is administrator from today.\nTheir one-time link, for ${hours} hours: ${link}\nAt the console they act with: --by administrator --actor ${person}`;
  return { json: { outcome: 'appointed', person, link }, text };
}

/** How far the view of people has come. */
const peopleSeen = async ({ views }: Installation): Promise<number> => (await views.status()).views.find(({ view }) => view === 'people')?.position ?? 0;

/** Where workers keep the views up, and none runs yet, the log knows of administrators that the view has not come to. */
async function nobodyUnseen({ store }: Installation, position: number): Promise<void> {
  for (let after = position, isMore = true; isMore; ) {
    const { events, next, caughtUp } = await store.readAll({ after, limit: 1_000, types: ['RoleGranted'] });
    const unseen = events.find(({ data }) => (data as { readonly role?: unknown }).role === 'administrator');
    if (unseen) {
      throw new Complaint(exitCodes.refused, `Event @${unseen.position} made ${unseen.stream.replace(/^person-/, 'person:')} administrator, and the view of people stands at @${position}. Start a worker (npm run work) and see: tally people. A new link: tally people invite <person>`);
    }
    [after, isMore] = [next, !caughtUp];
  }
}

async function run({ founding, find }: Installation, name: string, input: object): Promise<void> {
  const command = find(name);
  if (!command) throw new Error(`There is no command ${name}`);
  const outcome = await founding.run(command, input, installationActs);
  if (outcome.outcome !== 'done') throw new Error(`${name} by the installation came to ${JSON.stringify(outcome)}`);
}

async function invite(installation: Installation, id: string, options: Inviting): Promise<Answer> {
  if (!isPerson(id)) throw new Complaint(exitCodes.badInput, `"${id}" is not a person's id, like person:4f7c`);
  const known = (await asked(installation, peopleList, { size: 50_000 }, await clocksTyped({}, installation.store))).rows.find(({ person }) => person === id);
  if (!known) throw new Complaint(exitCodes.refused, `Nobody is registered as ${id}. Register them with: tally run RegisterPerson --person ${id} --by administrator --actor <administrator>`);
  if (known.leftOn) throw new Complaint(exitCodes.refused, `${id} left on ${known.leftOn}, so nobody lets them in any more`);
  const link = await linkFor(installation, id, options.reset === true ? 'reset' : 'join', options);
  return { json: { outcome: 'invited', person: id, link }, text: `A one-time link for ${id}, for ${hours} hours: ${link}` };
}

const linkFor = (installation: Installation, person: Person, purpose: Purpose, { name, address }: Inviting): Promise<string> =>
  withAccounts(installation, async (accounts) => `${address.replace(/\/+$/, '')}/invitation/${await accounts.invite(person, purpose, { hours, ...(name === undefined ? {} : { displayName: name }) })}`);
