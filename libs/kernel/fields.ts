import { IsBoolean, IsIn, IsInt, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { isDate, showDate, type IsoDate } from './dates.js';
import { field, type Field, type FieldSpec } from './field.js';
import { isCode, isPerson, isReference, referenceKinds, type Code, type Person, type Reference, type ReferenceKind } from './ids.js';
import { exceeds, gbp, isMoney, readMoney, showMoney, type Money } from './money.js';

export interface Hints {
  readonly hint?: string;
}

/** A rule that explains itself: `explain` gives the sentence, or undefined when the value is right. */
export const explained = (name: string, explain: (value: unknown) => string | undefined): PropertyDecorator =>
  ValidateBy({
    name,
    validator: { validate: (value) => explain(value) === undefined, defaultMessage: (args) => explain(args?.value) ?? '' },
  });

const asIs = (raw: unknown): unknown => raw;
const asText = (value: unknown): string => String(value);
/** What came instead of words, briefly: an object can bring a toString of its own, and a list can be deeper than the stack. */
export const asCame = (value: unknown): string => {
  if (typeof value === 'string') return value.length > 100 ? `${value.slice(0, 100)}…` : value;
  return Array.isArray(value) ? 'a list' : typeof value === 'object' && value !== null ? 'an object' : String(value);
};
export type Kind = Pick<FieldSpec, 'kind' | 'widget' | 'schema' | 'example' | 'rules'> & Partial<FieldSpec>;
export const make = <Value>(label: string, hints: Hints, kind: Kind): Field<Value> =>
  field<Value>({ label, required: true, coerce: asIs, show: asText, ...(hints.hint ? { hint: hints.hint } : {}), ...kind });

/** No single figure is larger, so that thousands of them still add up exactly: a sum that could not be kept would stop a view for good. */
const largest = gbp(1_000_000_000_000);

/** Pounds and pence, written "£20,000.00" in quotes, or {"minor":2000000,"currency":"GBP"}; never negative unless `signed`. */
export function money(label: string, hints: Hints & { orNil?: boolean } = {}): Field<Money> {
  const explain = (value: unknown): string | undefined => {
    if (typeof value === 'number') return `${label} came as a number. Put money in quotes, like "£20,000.00"`;
    if (typeof value === 'string') return `${label}: ${String(readMoney(value))}`;
    if (!isMoney(value)) return `${label} must be money, like "£20,000.00"`;
    if (value.minor < 0 || (value.minor === 0 && !hints.orNil)) return `${label} must be more than £0.00`;
    return exceeds(value, largest) ? `${label} is more than ${showMoney(largest)}. Check the figure: no single one is larger` : undefined;
  };
  return make<Money>(label, hints, {
    kind: 'money', widget: 'money', example: '"£20,000.00"',
    schema: { type: 'object', required: ['minor', 'currency'], additionalProperties: false, properties: { minor: { type: 'integer', minimum: hints.orNil ? 0 : 1 }, currency: { const: 'GBP' } } },
    rules: [explained('money', explain)],
    coerce: (raw) => (typeof raw === 'string' && typeof readMoney(raw) === 'object' ? readMoney(raw) : raw),
    show: (value) => showMoney(value as Money),
  });
}

/** A calendar day, written "2012-06-13". */
export const date = (label: string, hints: Hints = {}): Field<IsoDate> =>
  make<IsoDate>(label, hints, {
    kind: 'date', widget: 'date', example: '"2012-06-13"', schema: { type: 'string', format: 'date' },
    rules: [explained('date', (value) => (isDate(value) ? undefined : `${label}: "${asCame(value)}" is not a date that exists. Write it like "2012-06-13"`))],
    show: (value) => showDate(value as IsoDate),
  });

/** Words, on one line. Trimmed and normalised (NFC); `max` characters. */
export function text(label: string, hints: Hints & { max?: number; long?: boolean } = {}): Field<string> {
  const max = hints.max ?? (hints.long ? 4000 : 300);
  const unprintable = hints.long ? /[\0-\x08\x0b-\x1f\x7f]/ : /[\0-\x1f\x7f]/;
  const misleading = /[\x80-\x9f\u2028-\u202e\u2066-\u2069]/;
  const explain = (value: unknown): string | undefined => {
    if (typeof value !== 'string') return `${label} must be text. Put it in quotes if it looks like a number or a date`;
    if (value === '') return `${label} is empty`;
    if (unprintable.test(value)) return `${label} has a line break or another character that cannot be printed`;
    if (misleading.test(value)) return `${label} has a hidden character that steers a terminal or turns the direction of writing. Type it again without`;
    return value.isWellFormed() ? undefined : `${label} has half of a character (a lone surrogate)`;
  };
  return make<string>(label, hints, {
    kind: 'text', widget: hints.long ? 'textarea' : 'text', example: '"words"', schema: { type: 'string', minLength: 1, maxLength: max },
    rules: [explained('text', explain), MaxLength(max, { message: `${label} is longer than ${max} characters` })],
    coerce: (raw) => (typeof raw === 'string' ? raw.trim().normalize('NFC') : raw),
  });
}

/** A reference that the register handed out, such as AW-2012-004. */
export function reference<Kind extends ReferenceKind>(prefix: Kind, label: string, hints: Hints = {}): Field<Reference<Kind>> {
  const what = `a reference of an ${referenceKinds[prefix]}`.replace(/an (?=[^aeiou])/, 'a ');
  return make<Reference<Kind>>(label, hints, {
    kind: `reference:${prefix}`, widget: 'reference', example: `${prefix}-2012-004`, schema: { type: 'string', pattern: `^${prefix}-\\d{4}-\\d{3,6}$` },
    rules: [explained('reference', (value) => (isReference(value, prefix) ? undefined : `${label}: "${asCame(value)}" is not ${what}, like ${prefix}-2012-004`))],
  });
}

/** A short name that people chose, such as FUTURE or lead-members. */
export const code = (label: string, hints: Hints = {}): Field<Code> =>
  make<Code>(label, hints, {
    kind: 'code', widget: 'text', example: 'lead-members', schema: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$', maxLength: 40 },
    rules: [explained('code', (value) => (isCode(value) ? undefined : `${label}: "${asCame(value)}" is not a code. Use letters, digits and single hyphens, like lead-members`))],
  });

/** Who: `person:<random>`, never a name. */
export const person = (label: string, hints: Hints = {}): Field<Person> =>
  make<Person>(label, hints, {
    kind: 'person', widget: 'text', example: 'person:4f7c', schema: { type: 'string', pattern: '^person:[a-z0-9-]{1,64}$' },
    rules: [explained('person', (value) => (isPerson(value) ? undefined : `${label}: "${asCame(value)}" is not a person's id, like person:4f7c`))],
  });

/** A whole number between two bounds. */
export function count(label: string, hints: Hints & { min?: number; max?: number } = {}): Field<number> {
  const { min = 0, max = 1_000_000 } = hints;
  return make<number>(label, hints, {
    kind: 'count', widget: 'number', example: String(Math.max(min, 2)), schema: { type: 'integer', minimum: min, maximum: max },
    rules: [
      IsInt({ message: `${label} must be a whole number` }),
      Min(min, { message: `${label} must be at least ${min}` }),
      Max(max, { message: `${label} must be at most ${max}` }),
    ],
    coerce: (raw) => (typeof raw === 'string' && /^\d{1,15}$/.test(raw) ? Number(raw) : raw),
  });
}

/** A whole number of per cent. */
export const percent = (label: string, hints: Hints = {}): Field<number> => {
  const whole = count(label, { min: 1, max: 1000, ...hints });
  return field<number>({ ...whole.spec, kind: 'percent', show: (value) => `${String(value)} per cent` });
};

export const yesNo = (label: string, hints: Hints = {}): Field<boolean> =>
  make<boolean>(label, hints, {
    kind: 'yes-no', widget: 'yes-no', example: 'true', schema: { type: 'boolean' },
    rules: [IsBoolean({ message: `${label} must be true or false` })],
    coerce: (raw) => (raw === 'yes' || raw === 'true' ? true : raw === 'no' || raw === 'false' ? false : raw),
    show: (value) => (value ? 'yes' : 'no'),
  });

/** One word of a closed list; `options` gives each word's meaning. */
export function choice<const Option extends string>(label: string, options: Readonly<Record<Option, string>>, hints: Hints = {}): Field<Option> {
  const words = Object.keys(options) as Option[];
  return make<Option>(label, hints, {
    kind: 'choice', widget: 'radios', example: words[0] ?? '', schema: { type: 'string', enum: words },
    rules: [IsIn(words, { message: `${label} must be one of: ${words.join(', ')}` })],
    show: (value) => options[value as Option],
  });
}
