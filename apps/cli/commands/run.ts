import { Command } from 'commander';
import { commands } from '#domain';
import { maySignInAs, rolesHolding } from '#domain/people';
import { isPerson, type CommandDeclaration, type IsoDate, type Person } from '#kernel';
import type { Outcome } from '#platform/engine';
import { nearest, recordedInstant } from '#platform/playbooks';
import type { Answer } from '../answer.js';
import { placeOf, settled, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { addFieldOptions, exampleOptions, inputFrom } from '../field-options.js';
import { withInstallation, type Installation } from '../opening.js';
import { outcomeInWords } from '../outcome-in-words.js';

interface Options extends Everywhere {
  readonly input?: string;
  readonly by: string;
  readonly actor?: string;
  readonly on?: string;
  readonly key?: string;
  readonly recorded?: string;
  readonly rehearse?: boolean;
}

/** `tally run`: any declared command, with options that follow from its fields. */
export function runCommand(cli: Cli): Command {
  const run = settled(cli, new Command('run'))
    .summary('Run any declared command, or rehearse it.')
    .description('Run any declared command, or rehearse it. Its options follow from its fields: tally run ApproveAward --help')
    .usage('<command> [options]')
    .configureHelp({ visibleCommands: () => [] })
    .addHelpText('after', `\nSee all of them with: tally commands\n\nExamples:\n  ${example(commands[0])}\n  tally run ApproveAward --input - --by programme-manager < approval.json\n  tally run ApproveAward --help`)
    .argument('[command]')
    .action((name: string | undefined) => {
      const advice = name === undefined ? 'Say which command to run, such as: tally run OpenFund --help. See all of them with: tally commands' : nearest(name, commands.map((each) => each.name), 'See: tally commands');
      throw new Complaint(exitCodes.badInput, name === undefined ? advice : `There is no command "${name}". ${advice}`);
    });
  for (const declaration of commands) run.addCommand(declared(cli, declaration));
  return run;
}

function declared(cli: Cli, declaration: CommandDeclaration): Command {
  const command = taught(cli, declaration.name, {
    summary: declaration.summary,
    more: `Held by: ${rolesHolding(declaration.permission).join(', ') || 'nobody'} (${declaration.permission})`,
    examples: [example(declaration), `tally run ${declaration.name} --input - --by ${roleFor(declaration)} --rehearse < input.json`],
  })
    .requiredOption('--by <role>', `role that acts: ${maySignInAs.join(', ')}`)
    .option('--input <json>', 'the whole input as JSON; - reads it from standard input')
    .option('--on <date>', 'business date; today when left out')
    .option('--actor <person>', 'who acts, like person:4f7c; a demonstration has a person for each role')
    .option('--key <key>', 'idempotency key: the same key and input come to the same result, however often they are sent')
    .option('--recorded <date>', 'when it came to be recorded; demonstrations only')
    .option('--rehearse', 'say what would happen, and store nothing');
  return addFieldOptions(command, declaration).action(async (options: Options) => {
    const input = await inputOf(cli, declaration, options);
    tell(cli, options, await withInstallation(placeOf(cli, options), (installation) => run(installation, declaration, input, options)));
  });
}

const roleFor = ({ permission }: CommandDeclaration): string => rolesHolding(permission)[0] ?? 'administrator';

const example = (declaration: CommandDeclaration | undefined): string =>
  declaration ? `tally run ${declaration.name} ${exampleOptions(declaration)} --by ${roleFor(declaration)}` : 'tally commands';

async function inputOf(cli: Cli, declaration: CommandDeclaration, options: Options): Promise<Record<string, unknown>> {
  const spelt = inputFrom(declaration, options as unknown as Readonly<Record<string, unknown>>);
  if (options.input === undefined) return spelt;
  const text = options.input === '-' ? await cli.terminal.readStdin() : options.input;
  return { ...parsed(text), ...spelt };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    throw new Complaint(exitCodes.badInput, `--input is not JSON: ${fault.message}. Write it like '{"code":"IMPROVEMENT"}'`);
  }
  throw new Complaint(exitCodes.badInput, '--input must be fields with values, like \'{"code":"IMPROVEMENT"}\'');
}

async function run({ engine, kind }: Installation, declaration: CommandDeclaration, input: object, options: Options): Promise<Answer> {
  const { by, on, key, recorded, rehearse } = options;
  if (!maySignInAs.some((role) => role === by)) throw new Complaint(exitCodes.badInput, `There is no role "${by}". ${nearest(by, maySignInAs)}`);
  const recordedAt = recorded === undefined ? undefined : recordedInstant(recorded);
  if (recorded !== undefined && recordedAt === undefined) throw new Complaint(exitCodes.badInput, `--recorded "${recorded}" is not a day or a London time. Write it like 2012-06-14 or 2012-06-14T14:30`);
  const outcome: Outcome = await engine.run(declaration, input, {
    actor: actorOf(options, kind),
    role: by,
    ...(on === undefined ? {} : { on: on as IsoDate }), // the engine explains a day that does not exist
    ...(key === undefined ? {} : { key }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(rehearse === true ? { rehearse } : {}),
  });
  return outcomeInWords(declaration, outcome, rehearse === true);
}

function actorOf({ actor, by }: Options, kind: 'demonstration' | 'live'): Person {
  if (actor === undefined && kind === 'demonstration') return `person:demo-${by}` as Person;
  if (actor === undefined) throw new Complaint(exitCodes.badInput, 'This log is live, so say who acts: --actor person:4f7c. Never a name: names live outside the log');
  if (!isPerson(actor)) throw new Complaint(exitCodes.badInput, `--actor "${actor}" is not a person's id, like person:4f7c`);
  return actor;
}
