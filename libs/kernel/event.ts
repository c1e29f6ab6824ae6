import { fieldsOf, shapeOf, type DataOf, type FieldSpec, type Fields } from './field.js';
import { sayFields } from './structures.js';

/** An event that a rule has decided on and nobody has stored yet. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly schema: number;
  readonly data: Data;
}

/** Any declared event, whatever its data. */
export interface AnyEvent {
  readonly type: string;
  /** Version of the stored shape. Older ones are brought up by the context's history. */
  readonly schema: number;
  readonly fields: ReadonlyMap<string, FieldSpec>;
  /** The sentence that the timeline prints. */
  say(data: unknown): string;
}

export interface EventDeclaration<Type extends string, Data> extends AnyEvent {
  (data: Data): NewEvent<Type, Data>;
  readonly type: Type;
}

export type EventData<E> = E extends (data: infer Data) => NewEvent ? Data : never;

interface EventDefinition<F extends Fields> {
  readonly schema?: number;
  readonly fields: F;
  /** Words with {field} in them, or a function where a field may be absent. */
  readonly sentence: string | ((data: DataOf<F>, show: (field: keyof F & string) => string) => string);
}

/** Declares an event once: its stored shape, its version and the sentence that the timeline prints. */
export function event<const Type extends string, F extends Fields>(type: Type, definition: EventDefinition<F>): EventDeclaration<Type, DataOf<F>> {
  const { schema = 1, sentence } = definition;
  const fields = fieldsOf(shapeOf(definition.fields));
  const words = typeof sentence === 'string' ? sentence : '';
  for (const [, name] of words.matchAll(/\{(\w+)\}/g)) {
    if (name !== undefined && !fields.has(name)) throw new Error(`The sentence of ${type} mentions {${name}}, which is not one of its fields`);
  }
  const say = (data: unknown): string => {
    const parts = data as Readonly<Record<string, unknown>>;
    const show = (name: string): string => (parts[name] === undefined ? '' : (fields.get(name)?.show(parts[name]) ?? ''));
    return typeof sentence === 'string' ? sayFields(fields, sentence, parts) : sentence(data as DataOf<F>, show);
  };
  const make = (data: DataOf<F>): NewEvent<Type, DataOf<F>> => ({ type, schema, data });
  return Object.assign(make, { type, schema, fields, say });
}
