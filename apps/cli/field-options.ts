import { Option, type Command } from 'commander';
import { fieldsOf, type CommandDeclaration, type FieldSpec, type ShapeClass } from '#kernel';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const attribute = (path: string): string => path.split('.').map(kebab).join('.');

/** A field, or a field of a group or of one kind of a one-of, as an option: --authority.body. */
interface FieldOption {
  readonly path: string;
  readonly spec: FieldSpec;
  readonly option: Option;
}

const taken = new Set(['input', 'by', 'on', 'key', 'actor', 'recorded', 'rehearse', 'json', 'data', 'help']);

/** The options of a command, from its table of fields. */
export function optionsOf(command: CommandDeclaration): readonly FieldOption[] {
  return fieldOptions(command.input, '');
}

function fieldOptions(shape: ShapeClass, prefix: string): FieldOption[] {
  return [...fieldsOf(shape)].flatMap(([name, spec]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const [whole, inner] = [optionFor(path, spec), innerOptions(path, spec)];
    return [{ path, spec, option: whole }, ...inner];
  });
}

/** Kinds may share a field (minute); it is one option. */
function innerOptions(path: string, spec: FieldSpec): FieldOption[] {
  if (spec.widget !== 'one-of' && spec.widget !== 'group') return [];
  const found = new Map<string, FieldOption>();
  if (spec.widget === 'one-of') {
    const kind = `${path}.kind`;
    found.set(kind, { path: kind, spec, option: new Option(`--${attribute(kind)} <kind>`, `kind of ${spec.label.toLowerCase()}`).choices(Object.keys(spec.parts ?? {})) });
  }
  for (const shape of Object.values(spec.parts ?? {})) for (const each of fieldOptions(shape, path)) found.set(each.path, found.get(each.path) ?? each);
  return [...found.values()];
}

function optionFor(path: string, { label, hint, example, required, widget }: FieldSpec): Option {
  const name = taken.has(path) ? `field-${path}` : attribute(path);
  const takes = widget === 'list' || widget === 'group' || widget === 'one-of' ? 'json' : 'value';
  const more = [required ? undefined : 'may be left out', hint, `like ${example}`].filter((each) => each !== undefined).join('; ');
  return new Option(`--${name} <${takes}>`, `${label} (${more})`);
}

export function addFieldOptions(command: Command, declaration: CommandDeclaration): Command {
  for (const { option } of optionsOf(declaration)) command.addOption(option);
  return command;
}

/** The input that the options spell out, nested as the fields are. */
export function inputFrom(declaration: CommandDeclaration, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { path, spec, option } of optionsOf(declaration)) {
    const value = given[option.attributeName()];
    if (value === undefined) continue;
    put(input, path.split('.'), path.endsWith('.kind') ? value : structured(spec, String(value)));
  }
  return input;
}

function structured({ widget }: FieldSpec, value: string): unknown {
  if (widget !== 'list' && widget !== 'group' && widget !== 'one-of') return value;
  try {
    return JSON.parse(value);
  } catch (fault) {
    if (fault instanceof SyntaxError) return value; // the field explains what it takes better than a parser can
    throw fault;
  }
}

function put(input: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    input[first] = value;
    return;
  }
  const inside = typeof input[first] === 'object' && input[first] !== null ? (input[first] as Record<string, unknown>) : {};
  input[first] = inside;
  put(inside, rest, value);
}

/** The required fields as somebody would type them. */
export function exampleOptions({ input }: CommandDeclaration): string {
  return exampleOf(input, '').join(' ');
}

function exampleOf(shape: ShapeClass, prefix: string): string[] {
  return [...fieldsOf(shape)].filter(([, { required }]) => required).flatMap(([name, spec]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const [kind, first] = Object.entries(spec.parts ?? {})[0] ?? [];
    if (spec.widget === 'one-of' && kind !== undefined && first) return [`--${attribute(path)}.kind ${kind}`, ...exampleOf(first, path)];
    if (spec.widget === 'group' && first) return exampleOf(first, path);
    if (spec.widget === 'list' && first) return [`--${attribute(path)} '[${JSON.stringify(Object.fromEntries([...fieldsOf(first)].map(([part, { example }]) => [part, bare(example)])))}]'`];
    return [`--${attribute(path)} ${quoted(bare(spec.example))}`];
  });
}

const bare = (example: string): string => example.replaceAll('"', '');
const quoted = (words: string): string => (/[^\w.:-]/.test(words) ? `'${words}'` : words);
