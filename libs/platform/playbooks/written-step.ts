import { isDate, isPerson, type CommandDeclaration, type IsoDate } from '#kernel';
import { nearest } from './nearest.js';
import { recordedInstant } from './recorded.js';
import { mapping, type PlaybookProblem, type Written } from './written.js';

const keys = ['on', 'by', 'actor', 'do', 'with', 'as', 'recorded', 'refused', 'repeat', 'note', 'assumed'];
/** Ends of a command that any command can come to, beside the refusals that it declares. */
const everywhere = ['not-permitted', 'not-found'];
export const bindingName = /^\$[A-Za-z][\w-]*$/;
/** The name that a step with rows gives: `*` takes the row's own. */
const givenName = /^\$[A-Za-z][\w-]*\*?$/;

/** A step before its rows are told apart. */
export interface WrittenStep {
  readonly line: number;
  readonly on: IsoDate;
  readonly by: string;
  readonly actor?: string;
  readonly command: CommandDeclaration;
  readonly with: Written;
  readonly as?: string;
  readonly recordedAt: string;
  readonly refused?: string;
  readonly assumed?: string;
  readonly rows?: readonly Written[];
  /** The rows stand at the top of the playbook, for several steps. */
  readonly isShared?: boolean;
}
export type SharedRows = ReadonlyMap<string, readonly Written[]>;

/** What a step may name. */
export interface Known {
  readonly commands: ReadonlyMap<string, CommandDeclaration>;
  /** Roles that a person can act in. */
  readonly roles: readonly string[];
  readonly rows: SharedRows;
}

const isWords = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Reads one step; undefined when something was wrong with it, and `note` has been told what. */
export function readStep(written: Written, { commands, roles, rows: shared }: Known, note: (problem: PlaybookProblem) => void): WrittenStep | undefined {
  if (written.form !== 'mapping') {
    note({ line: written.line, message: 'A step is a mapping with on, by, do and with. Begin it with - on: "2012-06-13"' });
    return undefined;
  }
  let isRight = true;
  const wrong = (key: string, message: string): undefined => {
    isRight = false;
    note({ line: written.parts.get(key)?.line ?? written.line, message });
  };
  const take = <Value extends string>(key: string, isOne: (value: unknown) => value is Value, message: (value: unknown) => string): Value | undefined => {
    const value = written.parts.get(key)?.value;
    if (value === undefined || value === null) return undefined;
    return isOne(value) ? value : wrong(key, message(value));
  };
  for (const key of written.parts.keys()) {
    if (!keys.includes(key)) wrong(key, `A step has no "${key}". ${nearest(key, keys, `It takes: ${keys.join(', ')}`)}`);
  }
  for (const [key, like] of [['on', '"2012-06-13"'], ['by', 'programme-manager'], ['do', 'ApproveAward']] as const) {
    if (written.parts.get(key)?.value == null) wrong(key, `This step has no ${key}. Write it like ${key}: ${like}`);
  }
  const words = (key: string) => take(key, isWords, () => `${key} must be words. Put them in quotes`);

  const on = take('on', isDate, (value) => `on: "${String(value)}" is not a date that exists. Write it like on: "2012-06-13"`);
  const by = take('by', (value): value is string => (roles as readonly unknown[]).includes(value), (value) => `by: there is no role "${String(value)}". ${nearest(String(value), roles)}`);
  const actor = take('actor', isPerson, (value) => `actor: "${String(value)}" is not a person's id, like person:4f7c`);
  const as = take('as', isBindingName, (value) => `as: "${String(value)}" is not a name. Write it like as: $birmingham`);
  const name = words('do');
  const command = name === undefined ? undefined : (commands.get(name) ?? wrong('do', `There is no command "${name}". ${nearest(name, [...commands.keys()], 'See: tally commands')}`));
  const refused = words('refused');
  if (command && refused !== undefined) {
    const known = [...Object.keys(command.refusals), ...everywhere];
    if (!known.includes(refused)) wrong('refused', `${command.name} never refuses with "${refused}". ${nearest(refused, known, `It refuses with: ${known.join(', ')}`)}`);
    if (as !== undefined) wrong('as', 'A refused step gives no reference, so it cannot be named. Remove as: or refused:');
  }
  const assumed = words('assumed');
  words('note');
  const recorded = take('recorded', isRecorded, (value) => `recorded: "${String(value)}" is not a day or a London time. Write it like "2012-06-14" or "2012-06-14T14:30"`);
  const input = written.parts.get('with') ?? mapping(new Map(), written.line);
  if (input.form !== 'mapping') wrong('with', 'with must be fields with values, like with: { award: $birmingham }');
  const repeat = written.parts.get('repeat');
  const named = repeat?.form === 'scalar' ? shared.get(String(repeat.value)) : undefined;
  if (repeat?.form === 'scalar' && !named && shared.size > 0) wrong('repeat', `There are no rows "${String(repeat.value)}". ${nearest(String(repeat.value), [...shared.keys()])}`);
  else if (repeat && !named && !areRows(repeat)) wrong('repeat', 'repeat must be a list of rows, like repeat: [{ name: "Trafford", as: $trafford }], or the name of rows at the top');
  if (!isRight || on === undefined || by === undefined || !command) return undefined;
  const recordedAt = recordedInstant(recorded ?? on);
  if (recordedAt === undefined) throw new Error(`${recorded ?? on} was accepted as a day and is none`);
  return {
    line: written.line, on, by, command, with: input, recordedAt,
    ...(actor === undefined ? {} : { actor }),
    ...(as === undefined ? {} : { as }),
    ...(refused === undefined ? {} : { refused }),
    ...(assumed === undefined ? {} : { assumed }),
    ...(named ? { rows: named, isShared: true } : repeat ? { rows: [...repeat.parts.values()] } : {}),
  };
}

const isBindingName = (value: unknown): value is string => typeof value === 'string' && givenName.test(value);
export const areRows = ({ form, parts }: Written): boolean => form === 'list' && parts.size > 0 && [...parts.values()].every((row) => row.form === 'mapping');
const isRecorded = (value: unknown): value is string => typeof value === 'string' && recordedInstant(value) !== undefined;
