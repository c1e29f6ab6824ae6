import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { fieldsOf, shapeOf, type DataOf, type Field, type Fields, type FieldSpec, type JsonSchema, type ShapeClass, type Widget } from './field.js';
import { explained, make, type Hints } from './fields.js';
import { fillShape, isObject } from './input.js';
import { fill } from './refusal.js';

/** The label and the hint travel with the schema, so that a document of the API says what a form says. */
const described = ({ label, hint, schema }: FieldSpec): JsonSchema => ({ title: label, ...(hint === undefined ? {} : { description: hint }), ...schema });

function shapeSchema(shape: ShapeClass, tag: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const fields = [...fieldsOf(shape)];
  return {
    type: 'object',
    additionalProperties: false,
    required: [...Object.keys(tag), ...fields.filter(([, spec]) => spec.required).map(([key]) => key)],
    properties: { ...tag, ...Object.fromEntries(fields.map(([key, spec]) => [key, described(spec)])) },
  };
}

/** The JSON Schema of everything that a decorated class takes. */
export const schemaOf = (shape: ShapeClass): Record<string, unknown> => shapeSchema(shape);

/** Fills a sentence's {placeholders} with the fields of a value, each in its own words. */
export function sayFields(fields: ReadonlyMap<string, FieldSpec>, sentence: string, value: object): string {
  const parts = value as Readonly<Record<string, unknown>>;
  return fill(sentence, Object.fromEntries([...fields].map(([key, spec]) => [key, parts[key] === undefined ? '' : spec.show(parts[key])])));
}

/** Stands for an item of a list that has no fields: class-validator skips null, and would follow lists within lists until the stack ends. */
const notFields = 'not fields';
/** What is inside a list that came in place of fields is nobody's business. */
const emptied = (raw: unknown): unknown => (Array.isArray(raw) ? [] : raw);

/** Several fields that belong together; `sentence` says them in words. */
export function group<F extends Fields>(label: string, fields: F, sentence: string, hints: Hints = {}): Field<DataOf<F>> {
  const shape = shapeOf(fields);
  const needs = `${label} needs the fields ${Object.keys(fields).join(', ')}`;
  return make<DataOf<F>>(label, hints, {
    kind: 'group',
    widget: 'group',
    example: `{ ${Object.keys(fields).join(', ')} }`,
    schema: shapeSchema(shape),
    parts: { '': shape },
    rules: [explained('group', (value) => (value instanceof shape ? undefined : needs)), ValidateNested()],
    coerce: (raw, note, path) => (isObject(raw) ? fillShape(shape, raw, note, path) : emptied(raw)),
    show: (value) => sayFields(fieldsOf(shape), sentence, value as object),
  });
}

/** Several groups of the same fields. */
export const list = <F extends Fields>(label: string, fields: F, sentence: string, hints: Hints & { min?: number; max?: number } = {}): Field<readonly DataOf<F>[]> =>
  several(label, group(label, fields, sentence), hints, { widget: 'list', needs: `Each of ${label} needs the fields ${Object.keys(fields).join(', ')}` });

/** Several of the same one-of: each may be of another kind. */
export const listOf = <Value>(label: string, item: Field<Value>, hints: Hints & { min?: number; max?: number } = {}): Field<readonly Value[]> =>
  several(label, item, hints, { widget: 'list-of', needs: `Each of ${label} needs a kind: one of ${Object.keys(item.spec.parts ?? {}).join(', ')}` });

function several<Value>(label: string, { spec: item }: Field<Value>, hints: Hints & { min?: number; max?: number }, { widget, needs }: { widget: Widget; needs: string }): Field<readonly Value[]> {
  const { min = 0, max = 200 } = hints;
  return make<readonly Value[]>(label, hints, {
    kind: widget,
    widget,
    example: `[ ${item.example} ]`,
    schema: { type: 'array', items: item.schema, minItems: min, maxItems: max },
    ...(item.parts ? { parts: item.parts } : {}),
    ...(item.kindsInWords ? { kindsInWords: item.kindsInWords } : {}),
    rules: [
      IsArray({ message: `${label} must be a list` }),
      ArrayMinSize(min, { message: `${label} needs at least ${min}` }),
      ArrayMaxSize(max, { message: `${label} takes at most ${max}` }),
      ValidateNested({ each: true, message: needs }),
    ],
    coerce: (raw, note, path) => (Array.isArray(raw) ? raw.map((each: unknown, i) => (isObject(each) ? shapedBy(item, item.coerce(each, note, `${path}.${i}`)) : notFields)) : raw),
    show: (value) => (value as readonly unknown[]).map((each) => item.show(each)).join(', '),
  });
}

/** An item that came to none of the shapes it may have is passed over by class-validator, unless it is no object at all. */
const shapedBy = ({ parts = {} }: FieldSpec, value: unknown): unknown => (Object.values(parts).some((shape) => value instanceof shape) ? value : notFields);

/** One kind of a one-of: its fields, and the words that say it. */
export interface Variant<F extends Fields> {
  readonly fields: F;
  readonly sentence: string;
  /** What a form offers to choose, where the tag alone does not say it. */
  readonly offered?: string;
}
export const variant = <F extends Fields>(fields: F, sentence: string, offered?: string): Variant<F> =>
  ({ fields, sentence, ...(offered === undefined ? {} : { offered }) });

type Tagged<Variants extends Readonly<Record<string, Variant<Fields>>>> = {
  [Kind in keyof Variants & string]: { readonly kind: Kind } & DataOf<Variants[Kind]['fields']>;
}[keyof Variants & string];

/** Exactly one of several kinds, told apart by `kind`: a tagged union, explicit on the wire and in the types. */
export function oneOf<const Variants extends Readonly<Record<string, Variant<Fields>>>>(label: string, variants: Variants, hints: Hints = {}): Field<Tagged<Variants>> {
  const kinds = Object.keys(variants);
  const shapes = new Map(Object.entries(variants).map(([kind, { fields }]) => [kind, shapeOf(fields)]));
  const advice = `${label} needs a kind: one of ${kinds.join(', ')}`;
  return make<Tagged<Variants>>(label, hints, {
    kind: 'one-of',
    widget: 'one-of',
    example: `{ kind: ${kinds[0] ?? ''}, … }`,
    schema: { oneOf: [...shapes].map(([kind, shape]) => shapeSchema(shape, { kind: { const: kind } })) },
    parts: Object.fromEntries(shapes),
    kindsInWords: Object.fromEntries(Object.entries(variants).flatMap(([kind, { offered }]) => (offered === undefined ? [] : [[kind, offered]]))),
    rules: [explained('oneOf', (value) => ([...shapes.values()].some((shape) => value instanceof shape) ? undefined : advice)), ValidateNested()],
    coerce(raw, note, path) {
      const shape = isObject(raw) ? shapes.get(raw['kind'] as string) : undefined;
      if (!isObject(raw) || !shape) return emptied(raw);
      const { kind, ...rest } = raw;
      return Object.assign(fillShape(shape, rest, note, path), { kind });
    },
    show(value) {
      const { kind } = value as { kind: string };
      const shape = shapes.get(kind);
      const sentence = variants[kind]?.sentence;
      if (!shape || sentence === undefined) throw new Error(`${label} has no kind "${kind}"`);
      return sayFields(fieldsOf(shape), sentence, value as object);
    },
  });
}
