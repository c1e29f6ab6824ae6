import type { Command } from 'commander';
import { commands } from '#domain';
import { fieldsOf, schemaOf, type CommandDeclaration, type FieldSpec } from '#kernel';
import { rolesHolding } from '#domain/people';
import { nearest } from '#platform/playbooks';
import type { Answer } from '../answer.js';
import { taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { pairs, table } from '../table.js';
import { bold } from '../terminal.js';

/** `tally commands`: what there is to run, and everything about one of them. */
export const commandsCommand = (cli: Cli): Command =>
  taught(cli, 'commands', {
    summary: 'List the commands, or tell everything about one: fields, who may run it, when it refuses.',
    examples: ['tally commands', 'tally commands ApproveAward', 'tally commands ApproveAward --json'],
  })
    .argument('[name]', 'a command')
    .action((name: string | undefined, options: Everywhere) => tell(cli, options, name === undefined ? list() : one(cli, name)));

function list(): Answer {
  const json = commands.map((command) => ({ name: command.name, about: command.of.noun, summary: command.summary, permission: command.permission, heldBy: rolesHolding(command.permission) }));
  return { json, text: table(['command', 'what it does'], json.map(({ name, summary }) => [name, summary])) };
}

function one(cli: Cli, name: string): Answer {
  const command = commands.find((each) => each.name.toLowerCase() === name.replaceAll('-', '').toLowerCase());
  if (!command) throw new Complaint(exitCodes.badInput, `There is no command "${name}". ${nearest(name, commands.map((each) => each.name), 'See: tally commands')}`);
  const fields = [...fieldsOf(command.input)].flatMap(([field, spec]) => described(field, spec));
  const { summary, permission, refusals } = command;
  const heldBy = rolesHolding(permission);
  const json = { name: command.name, about: command.of.noun, summary, permission, heldBy, fields, refusals, schema: schemaOf(command.input) };
  return { json, text: inWords(cli, command, heldBy, fields) };
}

interface FieldDescription {
  readonly field: string;
  readonly label: string;
  readonly required: boolean;
  readonly example: string;
  readonly hint?: string;
}

/** The words or the kinds that a field takes: a playbook is written with all of them, and an example has one. */
const choicesOf = ({ schema, parts = {} }: FieldSpec): readonly string[] =>
  Array.isArray(schema['enum']) ? schema['enum'].map(String) : Object.keys(parts).filter((kind) => kind !== '');

/** A field and what is inside it, kinds apart. */
function described(field: string, spec: FieldSpec): FieldDescription[] {
  const { label, required, example } = spec;
  const hint = [...(spec.hint === undefined ? [] : [spec.hint]), ...(choicesOf(spec).length === 0 ? [] : [`one of ${choicesOf(spec).join(', ')}`])].join('; ');
  const own = { field, label, required, example, ...(hint === '' ? {} : { hint }) };
  const inner = Object.entries(spec.parts ?? {}).flatMap(([kind, shape]) =>
    [...fieldsOf(shape)].flatMap(([name, part]) => described(`${field}${kind === '' ? '' : `(${kind})`}.${name}`, part)),
  );
  return [own, ...inner];
}

function inWords(cli: Cli, { name, summary, permission, refusals }: CommandDeclaration, heldBy: readonly string[], fields: readonly FieldDescription[]): string {
  const sections = [
    bold(cli.terminal, name),
    summary,
    `\nHeld by ${heldBy.join(', ') || 'nobody'} (${permission})`,
    `\n${table(['field', 'label', '', 'like', 'hint'], fields.map(({ field, label, required, example, hint }) => [field, label, required ? '' : 'optional', example, hint]))}`,
  ];
  const reasons = Object.entries(refusals);
  if (reasons.length > 0) sections.push(`\nIt refuses, in this order:\n${pairs(reasons)}`);
  return sections.join('\n');
}
