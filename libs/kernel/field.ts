import { IsDefined, IsOptional } from 'class-validator';

/** How a web form asks for a field. */
export type Widget = 'text' | 'textarea' | 'money' | 'date' | 'number' | 'reference' | 'radios' | 'yes-no' | 'group' | 'list' | 'list-of' | 'one-of';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** One thing wrong with an input, where, and what to do about it. */
export interface Problem {
  /** Path of the field, such as `partners.1.role`; empty for the input as a whole. */
  readonly field: string;
  readonly message: string;
}

/** Everything that is derived from a field reads this: validation, forms, help, OpenAPI, sentences. */
export interface FieldSpec {
  readonly kind: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly widget: Widget;
  readonly schema: JsonSchema;
  /** An example of how to write it, for help and messages. */
  readonly example: string;
  /** class-validator's rules, in the order in which they are explained. */
  readonly rules: readonly PropertyDecorator[];
  /** Brings what came over the wire into the value's form. What it can't bring is handed on for the rules to explain. */
  coerce(raw: unknown, note: (problem: Problem) => void, path: string): unknown;
  /** The value in words, as sentences and tables print it. */
  show(value: unknown): string;
  /** Fields inside a group, a list's item or each kind of a one-of. */
  readonly parts?: Readonly<Record<string, ShapeClass>>;
  /** What somebody chooses who chooses a kind of a one-of, where its tag alone does not say it. */
  readonly kindsInWords?: Readonly<Record<string, string>>;
}

declare const valueType: unique symbol;

/** Holds only when a property is declared with exactly the type of its field. */
type Declared<Target, Key extends keyof Target, Value> = [Target[Key]] extends [Value]
  ? [Value] extends [Target[Key]]
    ? Key
    : `the property is narrower than its field`
  : `the property is not of its field's type`;

/** A field: decorates a class property of exactly its type, and stands as it is in an event's list of fields. */
export interface Field<Value> {
  <Target extends object, Key extends string & keyof Target>(target: Target, key: Key & Declared<Target, Key, Value>): void;
  readonly spec: FieldSpec;
  readonly [valueType]?: (value: Value) => Value;
}

export type FieldValue<F> = F extends Field<infer Value> ? Value : never;
export type Fields = Readonly<Record<string, Field<never> | Field<unknown> | { readonly spec: FieldSpec }>>;

type OptionalKeys<F> = { [K in keyof F]: undefined extends FieldValue<F[K]> ? K : never }[keyof F];
/** The data that a list of fields describes. */
export type DataOf<F> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: FieldValue<F[K]> } & {
  readonly [K in OptionalKeys<F>]?: FieldValue<F[K]>;
};

export type ShapeClass = new () => object;

/** The one table: for each decorated class, its fields in order. */
const table = new WeakMap<object, Map<string, FieldSpec>>();

/** The fields of a decorated class, in the order in which they were declared. */
export function fieldsOf(shape: ShapeClass): ReadonlyMap<string, FieldSpec> {
  return table.get(shape.prototype as object) ?? new Map();
}

export function field<Value>(spec: FieldSpec): Field<Value> {
  const decorate = (target: object, key: string): void => {
    const fields = table.get(target) ?? new Map<string, FieldSpec>();
    table.set(target, fields.set(key, spec));
    const presence = spec.required ? IsDefined({ message: `${spec.label} is missing. Write it like ${spec.example}` }) : IsOptional();
    for (const rule of [presence, ...spec.rules]) rule(target, key);
  };
  return Object.assign(decorate, { spec }) as Field<Value>;
}

/** The same field, which may be left out. */
export function optional<Value>(of: Field<Value>): Field<Value | undefined> {
  return field<Value | undefined>({ ...of.spec, required: false });
}

const shapes = new WeakMap<object, ShapeClass>();

/** A class decorated with these fields, made once for each list: events, groups and kinds are shapes too. */
export function shapeOf(fields: Fields): ShapeClass {
  const known = shapes.get(fields);
  if (known) return known;
  const shape: ShapeClass = class {};
  for (const [key, each] of Object.entries(fields)) field(each.spec)(shape.prototype as Record<string, unknown>, key as never);
  shapes.set(fields, shape);
  return shape;
}
