import supertest from 'supertest';
import { commands } from '#domain';
import { maySignInAs, permits, type Role } from '#domain/people';
import { toDate, toPerson, type Person } from '#kernel';
import { openApi, type OpenApi } from '../../apps/server/testing/open-api.js';
import { pathOf } from '../../apps/server/forms/command-paths.js';
import { tally } from '../../apps/cli/tally.js';
import { dateWords, formWords } from './form-words.js';
import { colleagues, commandNamed, lifeWithRoles, take, type Taken } from './life-with-roles.js';

/**
 * The matrix of roles, commands and relations to the record (docs/catalogue/segregation.md), tried. At the moment at which a
 * command would be done, everybody who may not do it asks for it: those whose role lacks the permission, those who claim a
 * role that they do not hold, those who did something to this very record that keeps them apart from it, those who stand in
 * for them, and recipients of another body. Each asks the engine, a page, the API and `tally`. None may reach the log.
 */

/** Who is kept apart, by what they did in the full life, told once more and apart from the declarations: command, person, refusal. */
const keptApart: readonly (readonly [string, string, string])[] = [
  ['ApproveAward', 'officer', 'approver-recommended-it'],
  ['ApproveAward', 'secretary', 'approver-assessed-it'],
  ['ApproveAward', 'director', 'interest-bars-the-round'],
  ['DeclineAward', 'director', 'interest-bars-the-round'],
  ['DeclineApplication', 'director', 'interest-bars-the-round'],
  ['RecommendAward', 'director', 'interest-bars-the-round'],
  ['RankApplications', 'treasurer', 'interest-bars-the-round'],
  ['TakeFromReserve', 'treasurer', 'interest-bars-the-round'],
  ['VerifyMatch', 'officer', 'verifier-recorded-it'],
  ['AuthorisePayment', 'clerk', 'authoriser-verified-the-match'],
  ['ReleasePayment', 'officer', 'releaser-authorised-it'],
  ['ValidateSaving', 'officer', 'validator-claimed-it'],
  ['AssessApplication', 'officer', 'assessor-nominated-it'],
  ['AssessApplication', 'treasurer', 'interest-bars-the-round'],
  ['ReturnApplication', 'treasurer', 'interest-bars-the-round'],
  ['ScreenApplications', 'treasurer', 'interest-bars-the-round'],
  ['ShareFund', 'treasurer', 'interest-bars-the-round'],
  ['ConfirmTranche', 'officer', 'approver-recommended-it'],
  ['ConfirmTranche', 'treasurer', 'interest-bars-the-round'],
  ['DeclineTranche', 'treasurer', 'interest-bars-the-round'],
  ['CarryForward', 'officer', 'approver-recommended-it'],
  ['CarryForward', 'treasurer', 'interest-bars-the-round'],
  ['SendBackOutput', 'officer', 'output-was-submitted-by-you'],
  ['AcceptOutput', 'officer', 'output-was-submitted-by-you'],
  ['ReimburseClaim', 'officer', 'claim-was-yours'],
];
/** Whoever declares an interest after scoring, or scored an award that has later years: the full life has nobody who does, so specs of the commands try it. */
const triedInSpecs = ['ReviseAssessment interest-bars-the-round', 'ConfirmTranche approver-assessed-it', 'CarryForward approver-assessed-it'];
/** Kept apart by being the person that it is about: tried in their specs. */
const aboutOneself = ['role-is-ones-own', 'departure-is-ones-own', 'interest-is-ones-own'];
/** Tried by one role on each command through `tally`, which opens the log each time; by all of them in the campaign. */
const everywhere = process.env['TALLYSTICK_EVERY_CELL'] !== undefined;

let api: OpenApi;
beforeAll(async () => {
  api = await openApi({ playbooks: 'none', allowance: { reading: 1_000_000, writing: 1_000_000, signingIn: 1_000_000 } });
}, 60_000);
afterAll(() => api.close());

const counts = { cells: 0, engine: 0, page: 0, api: 0, tally: 0 };
const reached: string[] = [];
const tokens = new Map<string, string>();

interface Cell extends Taken {
  /** The refusal that is due; none where the person may not do it at all. */
  readonly refusal?: string;
}

const throughEngine = (cell: Cell): Promise<string> => asked(cell, false);
/** What would come of it. */
const rehearsed = (cell: Cell): Promise<string> => asked(cell, true);

async function asked({ command, input, actor, role, on }: Cell, rehearse: boolean): Promise<string> {
  const outcome = await api.house.engine.run(command, input, { actor, role, on: toDate(on), rehearse });
  return outcome.outcome === 'refused' ? outcome.refusal : outcome.outcome;
}

async function throughPage({ command, input, actor, role, on, refusal }: Cell): Promise<string> {
  const session = await api.house.accounts.startSession(actor, role);
  const words = { ...formWords(command.input, input), ...dateWords('on', on) };
  const { status, text } = await supertest(api.http).post(`/do/${pathOf(command.name)}`).set('Cookie', `tallystick=${session}`).set('Sec-Fetch-Site', 'same-origin').type('form').send(words);
  await api.house.accounts.endSession(session);
  if (status === 403) return 'not-permitted';
  const sentence = refusal === undefined ? '' : (command.refusals[refusal] ?? '').replace(/\{\w+\}.*/, '');
  return status === 409 && sentence !== '' && text.replaceAll('&#39;', "'").includes(sentence) ? (refusal ?? '') : `page ${status}`;
}

/** A program's token for all that the role may do: whoever holds no such role gets none that does. */
async function throughApi({ command, input, actor, role, on }: Cell): Promise<string> {
  const { status, body } = await api.post(await tokenOf(actor, role), `/api/v1/commands/${pathOf(command.name)}?on=${on}`, input);
  const type = String((body as { type?: string }).type);
  if (status === 403 && type === '/problems/not-permitted') return 'not-permitted';
  return status === 409 ? type.replace(/.*\//, '') : `api ${status} ${type}`;
}

async function tokenOf(actor: Person, role: Role): Promise<string> {
  const key = `${actor} ${role}`;
  const secret = tokens.get(key) ?? (await api.tokenFor(actor, role));
  tokens.set(key, secret);
  return secret;
}

async function throughTally({ command, input, actor, role, on }: Cell): Promise<string> {
  let out = '';
  const terminal = { out: (text: string) => void (out += text), err: () => undefined, isPerson: false, readStdin: () => Promise.resolve('') };
  await tally(['run', command.name, '--input', JSON.stringify(input), '--by', role, '--actor', actor, '--on', on, '--json'], terminal, { folder: api.house.folder });
  const said = JSON.parse(out) as { outcome?: string; refusal?: string };
  return said.outcome === 'refused' ? (said.refusal ?? '') : (said.outcome ?? out);
}

/** Asks on every way that is named and notes every answer but the one that is due. */
async function attempt(cell: Cell, ways: readonly (keyof typeof through)[]): Promise<void> {
  counts.cells += 1;
  for (const way of ways) {
    const came = await through[way](cell);
    counts[way] += 1;
    if (came !== (cell.refusal ?? 'not-permitted')) reached.push(`${cell.command.name} by ${cell.actor} as ${cell.role} through ${way}: ${came}, not ${cell.refusal ?? 'not-permitted'}`);
  }
}
const through = { engine: throughEngine, page: throughPage, api: throughApi, tally: throughTally };

/** Everybody whose role does not hold the permission, and an auditor who claims the role that does. */
async function byOtherRoles(step: Taken, turn: number): Promise<void> {
  const others = maySignInAs.filter((role) => !permits(role, step.command.permission));
  for (const [index, role] of others.entries()) {
    const byTally = everywhere || index === turn % others.length;
    await attempt({ ...step, role, actor: toPerson(`demo-${role}`) }, byTally ? ['engine', 'page', 'api', 'tally'] : ['engine', 'page', 'api']);
  }
  // Pages and tokens take their role from a session and an issued token, so a role can only be claimed from a program or a console.
  if (step.role !== 'auditor') await attempt({ ...step, actor: toPerson('demo-auditor') }, ['engine', 'tally']);
}

/** Those whom the record keeps apart, and a colleague to whom they lent their role. */
async function byBarredHands(step: Taken): Promise<string[]> {
  const tried: string[] = [];
  for (const [name, person, refusal] of keptApart.filter(([name]) => name === step.command.name)) {
    const cell: Cell = { ...step, actor: toPerson(person), refusal };
    // The same command comes more than once in a life; this person is barred from some of its records only.
    if ((await rehearsed(cell)) !== refusal) continue;
    await attempt(cell, ['engine', 'page', 'api', 'tally']);
    await lendTo('stand-in', person, step.role);
    await attempt({ ...cell, actor: toPerson('stand-in') }, ['engine', 'page', 'tally']); // no token speaks in a lent role
    await takeBack('stand-in', person);
    tried.push(`${name} ${person} ${refusal}`);
  }
  return tried;
}

async function lendTo(to: string, from: string, role: Role): Promise<void> {
  await run('DelegateRole', { to: toPerson(to), role, startsOn: '2012-04-01', endsOn: '2099-12-31', reason: 'On leave' }, toPerson(from), role);
}
let lent = 0;
async function takeBack(from: string, by: string): Promise<void> {
  lent += 1;
  await run('TakeBackRole', { from: toPerson(from), number: lent, reason: 'Back' }, toPerson(by), 'auditor');
}
async function run(name: string, input: object, actor: Person, role: Role): Promise<void> {
  const outcome = await api.house.engine.run(commandNamed(name), input, { actor, role, on: toDate('2012-05-01') });
  if (outcome.outcome !== 'done') throw new Error(`${name} by ${actor}: ${JSON.stringify(outcome)}`);
}

const forRecipients = ['Nominate', 'SubmitApplication', 'ResubmitApplication', 'WithdrawApplication', 'SubmitOutput', 'PledgeMatch', 'EvidenceMatch', 'ForecastSavings', 'ClaimSaving'];
/** A recipient who acts for a body that has no part in the record. */
async function byAnotherBody(step: Taken): Promise<void> {
  if (!forRecipients.includes(step.command.name)) return;
  if ((await rehearsed({ ...step, actor: toPerson('outsider'), role: 'recipient' })) === 'not-permitted') return; // the body is not registered yet
  await attempt({ ...step, actor: toPerson('outsider'), role: 'recipient', refusal: 'acts-for-another-body' }, ['engine', 'page', 'api', 'tally']);
}

/** The bodies of the life come first, so that its references stay; then one more, with somebody who acts for it. */
async function settleOutsider(): Promise<void> {
  await run('RegisterOrganisation', { name: 'Elsewhere District Council', type: 'district' }, toPerson('demo-programme-officer'), 'programme-officer');
  for (const person of ['outsider', 'stand-in']) await run('RegisterPerson', { person: toPerson(person) }, toPerson('demo-administrator'), 'administrator');
  await run('GrantRole', { person: toPerson('outsider'), role: 'recipient', organisation: 'OR-2012-009', startsOn: '2012-04-01', reason: 'Clerk of Elsewhere' }, toPerson('demo-administrator'), 'administrator');
}

it('reaches no forbidden cell through the engine, a page, the API or tally', async () => {
  const life = lifeWithRoles();
  const seen = new Set<string>();
  const apart: string[] = [];
  const settled = life.findIndex(({ command }) => command.name === 'OpenRound');
  for (const [turn, step] of life.entries()) {
    if (turn === settled) await settleOutsider();
    const isNew = !seen.has(step.command.name);
    const before = await eventsOf(step);
    if (isNew) await byOtherRoles(step, turn);
    if (turn > settled) {
      apart.push(...(await byBarredHands(step)));
      await byAnotherBody(step);
    }
    expect([step.command.name, await eventsOf(step)]).toEqual([step.command.name, before]);
    seen.add(step.command.name);
    await take(api.house.engine, step);
  }
  expect(reached).toEqual([]);
  expect(commands.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  expect(keptApart.map((each) => each.join(' ')).filter((each) => !apart.includes(each))).toEqual([]);
  expect(colleagues.length).toBeGreaterThan(0);
  process.stderr.write(`forbidden cells: ${counts.cells} tried (engine ${counts.engine}, page ${counts.page}, API ${counts.api}, tally ${counts.tally}), ${reached.length} reached\n`);
}, 600_000);

/** How many events the command's own kind of stream holds. Tokens and lending write elsewhere. */
async function eventsOf({ command }: Taken): Promise<number> {
  let count = 0;
  for (let after = 0; ; ) {
    const { events } = await api.house.store.readAll({ after, limit: 5_000 });
    count += events.filter(({ meta }) => meta['command'] === command.name).length;
    const last = events.at(-1);
    if (!last) return count;
    after = last.position;
  }
}

it('knows of every segregation that is declared', () => {
  const told = new Set([...triedInSpecs, ...keptApart.map(([name, , refusal]) => `${name} ${refusal}`)]);
  const declared = commands.flatMap(({ name, apart }) => Object.keys(apart).filter((refusal) => !aboutOneself.includes(refusal)).map((refusal) => `${name} ${refusal}`));
  expect(declared.filter((each) => !told.has(each))).toEqual([]);
});
